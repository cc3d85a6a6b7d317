"""What the sample does in Python's eyes, in the normal build and in the probe build."""

import gc
import subprocess
import sys
import threading
import traceback

import pytest
import sample


def test_results():
    assert sample.f(lambda x: x + 1, 3) == 4.5
    assert sample.on_native_thread(abs) == 1.0
    assert sample.held(1) == 2
    assert sample.g(lambda x: x + 1, 2) == 7.0
    counter = sample.Counter(3)
    assert counter.inc(2) == 5
    assert counter.inc(5000) == 5005
    counter.tick(lambda n: 1.0)
    assert counter.size == 5006
    assert sample.Counter.counted(lambda x: x).size == 7
    assert sample.Counter(lambda x: 41.0).size == 41


def test_a_guarded_function_does_not_show_its_guard():
    heard = []
    assert sample.steered(heard.append) == 42
    assert heard == ["half way"]


def test_a_default_callback_is_the_built_in_itself(capsys):
    assert sample.steered() == 42
    assert capsys.readouterr().out == "half way\n"


@pytest.mark.parametrize("not_callable", [1, None, "print"])
def test_what_cannot_be_called_is_refused(not_callable):
    with pytest.raises(TypeError, match="did not match C\\+\\+ signature"):
        sample.f(not_callable)


def test_a_wrong_result_is_a_type_error_at_the_call():
    with pytest.raises(TypeError, match="type double"):
        sample.f(lambda x: "no number")


def test_an_error_keeps_its_object_and_traceback():
    def fails(x):
        return 1 / 0

    with pytest.raises(ZeroDivisionError) as caught:
        sample.f(fails)
    assert [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)][-1] == "fails"
    assert caught.value.__context__ is None


def test_nested_calls_through_callbacks():
    assert sample.f(lambda x: sample.g(lambda y: sample.f(abs, 3), x), 2) == 4.0


def test_values_of_released_steps_die_attached():
    sample.g(abs)
    with pytest.raises(ValueError, match="negative"):
        sample.g(abs, -1)  # the second step throws, detached, with the first one's value alive
    with pytest.raises(ZeroDivisionError):
        sample.g(lambda x: 1 / 0)
    assert sample.parts_living() == 0
    assert sample.parts_died_detached() == 0


def test_a_stored_callback_is_copied_and_dropped_detached():
    def progress(x):
        return x

    before = sys.getrefcount(progress)
    counter = sample.Counter(1)
    counter.keep(progress)
    assert sys.getrefcount(progress) == before + 1
    counter.keep(abs)
    gc.collect()
    assert sys.getrefcount(progress) == before
    counter.keep(progress)
    counter.forget()
    assert sys.getrefcount(progress) == before


def test_the_last_copy_may_die_on_any_thread():
    class Progress:
        died_on = None

        def __call__(self, x):
            return x

        def __del__(self):
            Progress.died_on = threading.get_ident()

    counter = sample.Counter(1)
    counter.keep(Progress())
    other = threading.Thread(target=counter.forget)
    other.start()
    other.join()
    assert Progress.died_on == other.ident


def test_a_callback_may_outlive_the_interpreter():
    script = (
        "import faulthandler; faulthandler.dump_traceback_later(30, exit=True)\n"
        "import sample; sample.remember(lambda x: x); print('done')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        universal_newlines=True,
        timeout=10,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


def test_docstrings_name_the_parameters():
    assert "f( (object)progress [, (int)n=1]) -> float" in sample.f.__doc__
