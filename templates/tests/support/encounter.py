"""Two threads that meet at the lock of one object, and what the probe sees of them.

The first one makes the call and stands in its region, whatever the state of that, until it is let
go. The second one makes a call that the probe turns away where it gets into the region, with an
exception: the library never runs twice at once, not even where a proof fails.

The events, in the order in which they came: "stands" (the first thread is in the region), "waits"
(the second one waits for a lock), "enters" (it gets into the region), "leaves" (the first one is
about to free its lock), "leaves late" (it is, and has attached again before), "re-enters" (the
first one gets into the region again, from a callback).
"""

import threading
from typing import Any, Callable, List, NamedTuple, Optional

from support.example_call import Call, Example


class Encounter(NamedTuple):
    """What has been seen."""

    events: List[str]
    errors: List[BaseException]  #: what came out of the calls, other than what the probe threw
    open: List[int]  #: calls and switches left open on the threads, one after the other


def meet(example: Example, first: Call, second: Call, timeout: float) -> Encounter:
    """Makes both calls at once; lets the first go when the second waits, or gets in."""
    one, other = _Caller(example, first), _Caller(example, second, turned_away=True)

    def while_it_stands() -> None:
        other.start()
        example.probe.wait_for_events(2, timeout)

    return _encounter(example, [one, other], while_it_stands, timeout)


def re_enter(example: Example, call: Call, callback: str, timeout: float) -> Encounter:
    """Makes the call, and from this callback of it the same call again, which is turned away."""
    original = call.argument(callback)
    errors: List[Optional[BaseException]] = []

    def re_entering(*arguments: Any, **keywords: Any) -> Any:
        if not errors:
            example.probe.turn_away()
            errors.append(_raised_by(call))
        return original(*arguments, **keywords)

    caller = _Caller(example, call.replaced(callback, re_entering))
    return _encounter(example, [caller], lambda: None, timeout)


class _Caller(threading.Thread):
    def __init__(self, example: Example, call: Call, turned_away: bool = False) -> None:
        super().__init__(name="the second thread" if turned_away else "the first thread")
        self._probe = example.probe
        self._call = call
        self._turned_away = turned_away
        self.error: Optional[BaseException] = None
        self.open: List[int] = []

    def run(self) -> None:
        if self._turned_away:
            self._probe.turn_away()
        error = _raised_by(self._call)
        self._probe.let_go()  # nobody is to wait for what this call did not do
        self.open = list(self._probe.open_on_this_thread())
        if not self._turned_away or "turned away by the probe" not in str(error):
            self.error = error


def _encounter(
    example: Example, callers: List[_Caller], while_it_stands: Callable[[], None], timeout: float
) -> Encounter:
    probe = example.probe
    probe.arm_encounter(example.name, timeout)
    try:
        callers[0].start()
        if probe.wait_for_events(1, timeout):
            while_it_stands()
        probe.let_go()
        started = [caller for caller in callers if caller.ident is not None]
        for caller in started:
            caller.join()
        return Encounter(
            probe.events(),
            [caller.error for caller in started if caller.error is not None],
            [count for caller in started for count in caller.open],
        )
    finally:
        probe.disarm_encounter()


def _raised_by(call: Callable[[], Any]) -> Optional[BaseException]:
    try:
        call()
    except BaseException as error:
        return error
    return None
