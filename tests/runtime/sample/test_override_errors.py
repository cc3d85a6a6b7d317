"""What becomes of an error in an override, by each policy; and of a missing one."""

import signal
import sys
import traceback

import pytest
import virtuals
from scripts import run_script


class FailingShape(virtuals.Shape):
    def area(self, scale=1.0):
        return 1 / 0


@pytest.mark.parametrize(
    "area", [virtuals.area_attached, virtuals.area_detached, virtuals.area_on_native_thread]
)
def test_a_propagated_error_comes_back_unchanged(area):
    with pytest.raises(ZeroDivisionError) as caught:
        area(FailingShape(1.0), 1.0)
    frames = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert frames[-1] == "area"


def test_a_wrong_result_is_a_type_error():
    class Wrong(virtuals.Shape):
        def area(self, scale=1.0):
            return "no number"

    with pytest.raises(TypeError, match="type double"):
        virtuals.area_on_native_thread(Wrong(1.0), 1.0)


def test_what_cannot_be_called_is_a_type_error():
    shape = virtuals.Shape(1.0)
    shape.area = None
    with pytest.raises(TypeError, match="not callable"):
        virtuals.area_attached(shape, 1.0)


def test_a_failing_look_up_is_an_error_of_the_override():
    class Failing(virtuals.Shape):
        @property
        def area(self):
            raise LookupError("no area today")

    with pytest.raises(LookupError, match="no area today"):
        virtuals.area_detached(Failing(1.0), 1.0)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [(ValueError("no reading"), ValueError), ("no number", TypeError), (2**40, OverflowError)],
)
def test_unraisable_errors_go_to_the_hook(monkeypatch, outcome, expected):
    unraisable = []
    monkeypatch.setattr(
        sys, "unraisablehook", lambda seen: unraisable.append((seen.exc_value, seen.object))
    )

    class Failing(virtuals.Gauge):
        def read(self, unit):
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

    gauge = Failing()
    assert virtuals.read_detached(gauge, "unit") == -1
    [(error, source)] = unraisable
    assert source == gauge.read
    assert type(error) is expected
    assert error is outcome or not isinstance(outcome, Exception)


@pytest.mark.parametrize("compare", [virtuals.compare_detached, virtuals.compare_on_native_thread])
def test_a_deferred_error_is_raised_when_c_plus_plus_has_returned(compare):
    class Failing(virtuals.Rule):
        def compare(self, left, right):
            if left > right:
                raise ValueError(left)
            return left - right

    assert compare(Failing(), 1, 3) == -2
    with pytest.raises(ValueError, match="4"):
        compare(Failing(), 4, 3)
    assert compare(Failing(), 1, 3) == -2


@pytest.mark.parametrize("kind", [virtuals.Rule, type("Empty", (virtuals.Rule,), {})])
@pytest.mark.parametrize(
    "compare",
    [
        virtuals.compare_detached,
        virtuals.compare_on_native_thread,
        lambda rule, *two: rule.compare(*two),
    ],
)
def test_a_missing_implementation_is_deferred(kind, compare):
    with pytest.raises(NotImplementedError, match="Rule.compare"):
        compare(kind(), 1, 2)


def test_a_missing_implementation_propagates():
    class Empty(virtuals.Task):
        pass

    class Cautious(virtuals.Task):
        def run(self, argument):
            try:
                return super().run(argument)
            except NotImplementedError:
                return -argument

    for task in (virtuals.Task(), Empty()):
        with pytest.raises(NotImplementedError, match="Task.run"):
            virtuals.run(task, 1)
        with pytest.raises(NotImplementedError, match="Task.run"):
            task.run(1)
    assert virtuals.run(Cautious(), 1) == -1


def test_python_hears_of_a_missing_implementation_that_it_asks_for_whatever_the_policy():
    with pytest.raises(NotImplementedError, match="Vital.stop"):
        virtuals.Vital().stop()


def test_terminate_ends_the_process_and_says_why():
    script = (
        "import virtuals\n"
        "class Failing(virtuals.Vital):\n"
        "    def beat(self): return 1 / 0\n"
        "assert virtuals.beat(virtuals.Vital()) == 1\n"
        "virtuals.beat(Failing())\n"
    )
    done = run_script(script)
    assert done.returncode == -signal.SIGABRT
    assert "ZeroDivisionError" in done.stderr
