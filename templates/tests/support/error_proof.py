"""Proofs of what becomes of a Python error that C++ is not to be unwound by, and of what is kept."""

import faulthandler
import gc
import os
import signal
import sys
from typing import Any, Callable, List, NamedTuple, Optional, Type

from support.example_call import Example, check
from support.gil_proof import (
    observe,
    prove_error_comes_back,
    prove_nothing_open,
    raised_by,
    raising_callback,
    unproved,
)


def prove_error_is_unraisable(example: Example, callback: str, error: Type[BaseException]) -> None:
    """Proves of `onError: unraisable`: C++ goes on, and sys.unraisablehook is told of the error."""
    expected = error("raised by a callback")
    raising, called = raising_callback(expected)
    call = example.captured().replaced(callback, raising)
    told: List[Optional[BaseException]] = []
    arrived: List[Optional[BaseException]] = []
    former, sys.unraisablehook = sys.unraisablehook, lambda seen: told.append(seen.exc_value)
    try:
        observe(example, lambda: arrived.append(raised_by(call)))
        gc.collect()
    finally:
        sys.unraisablehook = former
    if not called:
        unproved(f"the example {example.call!r} does not call {callback!r}")
    check(arrived[0] is None, f"{arrived[0]!r} arrived, and should not have")
    check(any(one is expected for one in told), f"sys.unraisablehook was told of {told!r}")


def prove_error_is_deferred(example: Example, callback: str, error: Type[BaseException]) -> None:
    """Proves of `onError: deferred` on the call's own thread: C++ goes on, then the call raises it."""
    prove_error_comes_back(example, callback, error, policy="deferred")


def prove_error_comes_later(example: Example, callback: str, error: Type[BaseException]) -> None:
    """Proves of `onError: deferred` on a thread of the library's own: some later call raises it.

    The next call whose end comes after the error raises it: this one, or one of the next few.
    """
    expected = error("raised by a callback")
    raising, called = raising_callback(expected)
    call = example.captured().replaced(callback, raising)
    arrived = [raised_by(call) for _ in range(3)]
    for _ in range(3):  # what the last calls have left behind
        raised_by(example.run)
    if not called:
        unproved(f"the example {example.call!r} does not call {callback!r}")
    check(any(one is expected for one in arrived), f"{arrived!r} arrived, not {expected!r}")
    example.run()
    prove_nothing_open(example)


def prove_error_terminates(example: Example, callback: str) -> None:
    """Proves of `onError: terminate`: the process ends, in a process of its own."""
    told = "raised by a callback that ends the process"

    def raising(*arguments: Any, **keywords: Any) -> None:
        print("called", file=sys.stderr, flush=True)
        raise RuntimeError(told)

    ended = ends_with(lambda: example.captured().replaced(callback, raising)())
    if "called" not in ended.output:
        unproved(f"the example {example.call!r} does not call {callback!r}")
    check(ended.status == -signal.SIGABRT, f"the process ended with status {ended.status}")
    check(told in ended.output, f"the process said nothing of the error: {ended.output!r}")


def prove_replaced(example: Example) -> None:
    """Proves of a callback field: it lets go of what it held when it is set again, and again."""

    def kept(*arguments: Any, **keywords: Any) -> None:
        """Stands in the field for a while."""

    def other(*arguments: Any, **keywords: Any) -> None:
        """Replaces it."""

    before = (sys.getrefcount(kept), sys.getrefcount(other))
    call = example.captured()
    for value in (kept, other, kept, other, None):
        call.replaced("value", value)()
    gc.collect()
    after = (sys.getrefcount(kept), sys.getrefcount(other))
    check(after == before, f"{example.name} had {before} references before and {after} after")


class Ended(NamedTuple):
    """How a process ended."""

    status: int  #: the exit status; the negative number of the signal that ended it
    output: str  #: what it wrote to stderr


def ends_with(run: Callable[[], Any]) -> Ended:
    """Runs `run` in a child of this process, which ends with status 0 when `run` has ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        faulthandler.disable()
        os.dup2(writing, 2)
        sys.stderr = os.fdopen(2, "w", buffering=1)
        sys.unraisablehook = sys.__unraisablehook__  # pytest has one of its own
        raised_by(run)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        output = told.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return Ended(-os.WTERMSIG(status), output)
    return Ended(os.WEXITSTATUS(status), output)
