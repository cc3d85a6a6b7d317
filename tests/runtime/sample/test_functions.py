"""Callback fields, and functions of C++ as results."""

import gc
import sys
import threading
import traceback
import weakref

import functions
import pytest
from scripts import run_script

FIELDS = ["on_done", "on_done_released"]


class Heard:
    """Remembers what it was called with, and on which thread it was called and died."""

    def __init__(self):
        self.calls = []
        self.threads = set()

    def __call__(self, x):
        self.calls.append(x)
        self.threads.add(threading.get_ident())


def references(function):
    gc.collect()
    return sys.getrefcount(function)


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_gives_back_the_identical_callable(field):
    widget, heard = functions.Widget(), Heard()
    assert getattr(widget, field) is None
    for callable_ in (heard, heard.calls.append, print, lambda x: x):
        setattr(widget, field, callable_)
        assert getattr(widget, field) is callable_
    setattr(widget, field, None)
    assert getattr(widget, field) is None
    widget.finish(0.5)


@pytest.mark.parametrize("field", FIELDS)
def test_what_cannot_be_called_is_refused_and_changes_nothing(field):
    widget, heard = functions.Widget(), Heard()
    setattr(widget, field, heard)
    for value in (1, "print"):
        with pytest.raises(TypeError, match="did not match C\\+\\+ signature"):
            setattr(widget, field, value)
    assert getattr(widget, field) is heard


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_called_on_any_thread(field):
    widget, heard = functions.Widget(), Heard()
    setattr(widget, field, heard)
    widget.finish(0.5)
    assert heard.threads == {threading.get_ident()}
    widget.finish_on_native_thread(1.0)
    assert heard.calls == [0.5, 1.0]
    assert len(heard.threads) == 2


def test_an_error_in_a_field_comes_back():
    def fails(x):
        raise KeyError(x)

    widget = functions.Widget()
    widget.on_done = fails
    with pytest.raises(KeyError) as caught:
        widget.finish(0.5)
    assert traceback.extract_tb(caught.value.__traceback__)[-1].name == "fails"


@pytest.mark.parametrize("field", FIELDS)
def test_references_balance(field):
    first, second = Heard(), Heard()
    before = references(first), references(second)
    widget = functions.Widget()
    setattr(widget, field, first)
    assert references(first) == before[0] + 1
    setattr(widget, field, first)
    assert references(first) == before[0] + 1
    setattr(widget, field, second)
    assert references(first) == before[0]
    assert references(second) == before[1] + 1
    getattr(widget, field)
    setattr(widget, field, None)
    assert (references(first), references(second)) == before


def test_a_field_is_replaced_twice_copied_and_cleared_while_detached():
    first, second = Heard(), Heard()
    before = references(first), references(second)
    widget = functions.Widget()
    for _ in range(3):
        widget.replace_twice(first, second)
    assert (references(first), references(second)) == (before[0], before[1] + 1)
    copy = widget.copied()
    assert copy.on_done is second
    widget.replace_twice(second, None)
    assert widget.on_done is None
    copy.finish_on_native_thread(2.0)
    assert second.calls == [2.0]
    copy.clear_on_native_thread()
    assert copy.on_done is None
    assert (references(first), references(second)) == before


def test_a_callback_dies_where_its_field_is_cleared():
    died_on = []

    class Mortal(Heard):
        def __del__(self):
            died_on.append(threading.get_ident())

    widget = functions.Widget()
    widget.on_done = Mortal()
    widget.clear_on_native_thread()
    widget.replace_twice(Mortal(), Mortal())
    assert len(died_on) == 2
    assert died_on[0] != died_on[1] == threading.get_ident()


def test_an_object_that_dies_detached_lets_its_callbacks_go():
    heard = Heard()
    before = references(heard)
    widget = functions.Widget()
    widget.on_done = heard
    widget.strict_score = heard
    assert references(heard) == before + 2
    del widget
    assert references(heard) == before


def test_many_threads_replace_fields():
    heard = Heard()
    before = references(heard)
    start = threading.Barrier(4, timeout=30)
    widgets = [functions.Widget() for _ in range(4)]

    def replace(widget):
        start.wait()
        for _ in range(500):
            widget.replace_twice(heard, heard)
            widget.copied().clear_on_native_thread()

    others = [threading.Thread(target=replace, args=(widget,)) for widget in widgets]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert {widget.on_done for widget in widgets} == {heard}
    widgets.clear()
    del others, other
    assert references(heard) == before


def test_a_field_knows_callbacks_that_differ_in_what_they_do_with_errors():
    widget, score = functions.Widget(), lambda n: n
    widget.score = score
    assert widget.score is widget.strict_score is score
    widget.strict_score = score
    assert widget.score is widget.strict_score is score


def test_a_function_of_c_plus_plus_can_be_called():
    widget = functions.Widget()
    widget.score = lambda n: n + 1
    twice = widget.twice_scored()
    del widget
    assert twice(20) == 42
    assert functions.Table(1.5).scaled()(2) == 3.0


def test_a_function_of_c_plus_plus_may_be_put_in_a_field():
    widget = functions.Widget()
    widget.score = lambda n: n + 1
    twice = widget.twice_scored()
    widget.score = twice
    assert widget.score is twice
    assert widget.twice_scored()(20) == 84


def test_a_function_of_c_plus_plus_says_what_it_is():
    scaled = functions.Table(1.5).scaled()
    assert scaled.__name__ == "function"
    assert "function( (float)arg1) -> float" in scaled.__doc__
    assert "A function of C++." in scaled.__doc__


@pytest.mark.parametrize("arguments", [(), ("text",), (1, 2)])
def test_wrong_arguments_of_a_function_of_c_plus_plus(arguments):
    with pytest.raises(TypeError, match="did not match C\\+\\+ signature:\\s+function\\(double\\)"):
        functions.Table(1.5).scaled()(*arguments)


def test_references_are_passed_as_boost_python_does():
    append, label = functions.appender(), functions.Label()
    assert append(label, "four") is None
    assert label.n == 4
    with pytest.raises(TypeError, match="did not match C\\+\\+ signature"):
        append(4, "four")
    keep = functions.keeper()
    text = "a text that is long enough to be moved from"
    first = keep(text)
    keep("another")
    assert first == text


def test_errors_of_a_function_of_c_plus_plus():
    with pytest.raises(ValueError, match="failed in C\\+\\+"):
        functions.failing()()
    widget = functions.Widget()
    widget.strict_score = lambda n: 1 // n
    with pytest.raises(ZeroDivisionError):
        widget.twice_scored()(0)


def test_a_deferred_error_in_a_function_of_c_plus_plus_is_raised_when_it_returns():
    widget, raised = functions.Widget(), []

    def score(n):
        raised.append(KeyError(n))
        raise raised[-1]

    widget.score = score
    with pytest.raises(KeyError) as caught:
        widget.twice_scored()(3)
    assert caught.value is raised[0]
    widget.score = abs
    assert widget.twice_scored()(-3) == 6


@pytest.mark.parametrize("first", ["functions", "more_functions"])
def test_modules_know_the_callbacks_of_each_other(first):
    script = (
        "import warnings; warnings.simplefilter('error')\n"
        f"import {first}; import functions, more_functions\n"
        "widget, score = functions.Widget(), lambda n: n\n"
        "def same(): return widget.score is score is more_functions.get_score(widget)\n"
        "more_functions.set_score(widget, score); print(same())\n"
        "widget.score = score; print(same())\n"
        "widget.strict_score = score; print(same())\n"
        "widget.score = None; print(more_functions.get_score(widget))\n"
        "widget.score = score; widget.score = None\n"
        "more_functions.set_score(widget, abs); print(widget.twice_scored()(-21))\n"
    )
    done = run_script(script)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\nTrue\nTrue\nNone\n42\n", "")


def test_a_callback_that_owns_the_object_of_its_field_keeps_it_alive_until_it_is_cleared():
    widget = functions.Widget()
    died = weakref.ref(widget)
    widget.on_done = lambda x, widget=widget: widget.finish(x)
    del widget
    gc.collect()
    assert died() is not None
    died().on_done = None
    gc.collect()
    assert died() is None


def test_what_keeps_itself_alive_does_not_disturb_the_end():
    script = (
        "import functions\n"
        "widget = functions.Widget(); widget.score = abs; twice = widget.twice_scored()\n"
        "widget.score = lambda n: twice(n) + (widget is None)\n"
        "print(widget.score(-21))\n"
    )
    done = run_script(script)
    assert (done.returncode, done.stdout, done.stderr) == (0, "42\n", "")
