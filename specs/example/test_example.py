"""The three ways to write the classic function behave alike, and `hold` differs in one point."""

import threading

import example
import pytest

RELEASED = [example.f, example.f_steps, example.f_release]
SECONDS = 0.02


def run_on_a_thread(function, say):
    """Calls it as the classic question does; returns what it raised."""
    raised = []

    def call():
        try:
            function(say, SECONDS)
        except BaseException as error:
            raised.append(error)

    worker = threading.Thread(target=call)
    worker.start()
    worker.join()
    return raised


@pytest.mark.parametrize("function", RELEASED)
def test_what_it_does_and_in_which_order(function, capfd):
    said = []
    assert run_on_a_thread(function, said.append) == []
    assert said == ["calling a python function"]
    calculating = "calculating without gil...\n"
    assert capfd.readouterr().out == "in f()\n" + calculating + calculating


def test_hold_calculates_with_the_gil(capfd):
    assert run_on_a_thread(example.f_hold, lambda text: None) == []
    calculating = "calculating with gil...\n"
    assert capfd.readouterr().out == "in f()\n" + calculating + calculating


@pytest.mark.parametrize("function", RELEASED + [example.f_hold])
def test_print_is_called_where_nothing_is_given(function, capfd):
    function(seconds=SECONDS)
    assert "calling a python function\n" in capfd.readouterr().out


@pytest.mark.parametrize("function", RELEASED + [example.f_hold])
def test_the_callable_runs_on_the_calling_thread(function):
    threads = []
    worker = threading.Thread(
        target=function, args=(lambda text: threads.append(threading.current_thread()), SECONDS)
    )
    worker.start()
    worker.join()
    assert threads == [worker]


@pytest.mark.parametrize("function", RELEASED + [example.f_hold])
def test_an_error_in_the_callable_ends_the_call_and_arrives_unchanged(function, capfd):
    error = LookupError("nobody listens")

    def fail(text):
        raise error

    assert run_on_a_thread(function, fail) == [error]
    assert capfd.readouterr().out.count("calculating") == 1


@pytest.mark.parametrize("function", RELEASED)
def test_the_main_thread_meets_the_call_between_its_calculations(function):
    """The call waits in its callback for the main thread, so both run at once, whatever the clock says."""
    called, go_on = threading.Event(), threading.Event()

    def wait(text):
        called.set()
        assert go_on.wait(30)

    worker = threading.Thread(target=function, args=(wait, SECONDS))
    worker.start()
    assert called.wait(30)
    assert worker.is_alive()
    go_on.set()
    worker.join(30)
    assert not worker.is_alive()
