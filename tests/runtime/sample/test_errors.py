"""What becomes of an error in a callback: deferred, unraisable, terminate; then propagate again."""

import signal
import sys
import traceback

import pytest
import sample
from scripts import run_script


class Failing:
    """Raises at some of its calls; else says how many there were."""

    def __init__(self, *at):
        self.at = at
        self.calls = 0
        self.raised = []

    def __call__(self, x):
        self.calls += 1
        if x in self.at:
            self.raised.append(ValueError(x))
            raise self.raised[-1]
        return x


@pytest.mark.parametrize("function", [sample.total, sample.total_on_native_thread])
def test_the_first_deferred_error_is_raised_when_c_plus_plus_has_finished(function):
    score = Failing(1, 3)
    with pytest.raises(ValueError) as caught:
        function(score, 5)
    assert score.calls == 5
    assert caught.value is score.raised[0]
    frames = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert frames[-1] == "__call__"
    assert function(Failing(), 5) == 10


def test_a_failed_conversion_is_deferred_too():
    with pytest.raises(TypeError, match="type int"):
        sample.total(lambda x: "no number", 2)


def test_each_call_raises_what_was_deferred_in_it():
    outcomes = []

    def score(x):
        if x == 0:
            with pytest.raises(ValueError):
                sample.total(Failing(0), 1)
            raise KeyError(x)
        outcomes.append(sample.total(Failing(), 3))
        return x

    with pytest.raises(KeyError):
        sample.total(score, 2)
    assert outcomes == [3]


def test_what_was_deferred_goes_before_what_c_plus_plus_throws_for_want_of_it():
    score = Failing(0)
    with pytest.raises(Exception) as seen:
        sample.fail_after(score)
    assert [seen.value] == score.raised


def test_unraisable_errors_go_to_the_hook_and_c_plus_plus_gets_the_declared_value(monkeypatch):
    unraisable = []
    monkeypatch.setattr(
        sys, "unraisablehook", lambda seen: unraisable.append((seen.exc_value, seen.object))
    )
    score = Failing(1, 3)
    assert sample.total_unraisable(score, 5) == 0 - 1 + 2 - 1 + 4
    assert unraisable == [(error, score) for error in score.raised]


def test_terminate_ends_the_process_and_says_why():
    done = run_script("import sample; sample.total_terminate(lambda x: 1 / 0, 2)")
    assert done.returncode == -signal.SIGABRT
    assert "ZeroDivisionError" in done.stderr


def test_what_no_call_has_raised_is_said_when_the_interpreter_ends():
    script = (
        "import sample\n"
        "def score(x): raise ValueError('from afar')\n"
        "sample.defer_on_native_thread(score)"
    )
    done = run_script(script)
    assert done.returncode == 0
    assert "ValueError: from afar" in done.stderr
