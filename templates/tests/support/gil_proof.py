"""Proofs that compiled bindings keep their promises about the Global Interpreter Lock.

They need the probe build of the module (compiled with GEN_BINDINGS_PROBE): the same call bodies
plus an observer at the entry of each region, which the module shows to Python as
`_gen_bindings_probe`. No proof sleeps or compares times: where two threads have to run at once,
they meet, and every wait has a watchdog.

A test names the callable once and then proves things of it:

    from support.gil_proof import Example, prove_met_while_released, prove_state_in_callbacks

    f = Example(example, "f", call="f(print, 2)", callbacks={"say": 0})

    def test_f_is_released():
        prove_met_while_released(f)

    def test_f_calls_back_attached():
        prove_state_in_callbacks(f)

    @pytest.mark.parametrize("error", ERRORS)
    def test_an_error_in_say_comes_back_from_f(error):
        prove_error_comes_back(f, "say", error)

What there is to prove:

| policy, feature             | proof                      | what it shows |
|-----------------------------|----------------------------|---------------|
| `release`                   | `prove_met_while_released` | another Python thread runs in it |
| `steps`                     | `prove_regions`            | each step in its state, in order |
| `guard`                     | `prove_steered`            | entered attached, met where it releases |
| `hold`                      | `prove_attached`           | attached on entry |
| `release` with `when`       | `prove_condition_decides`  | as the condition chose |
| `lock` on the object        | `prove_locked`             | another thread waits for the object |
| `lock` on the module        | `prove_module_locked`      | the same, whatever it calls on |
| callbacks                   | `prove_state_in_callbacks` | attached when Python is called |
| a callback that raises      | `prove_error_comes_back`   | same object, its traceback |
| errors that wait            | `prove_boundary`           | the call raises them, attached |
| shared pointers             | `prove_shared_pointers`    | a deleter that attaches |
| the interpreter's end       | `prove_end_is_heeded`      | no thread of C++ is let in after |
| a callback that is not kept | `prove_references_balance` | as before the call |

Each proof also checks that the call leaves no region open on its thread, and that the converters of
callbacks, optional values, tuples, bytes and shared pointers run attached. A proof that finds no
region to look at fails. An example that never calls its callback proves nothing about it: that is
skipped as unproved.
"""

import gc
import sys
import threading
import traceback
import warnings
from typing import Any, Callable, List, NamedTuple, NoReturn, Optional, Tuple, Type

import pytest
from support.encounter import Encounter, meet, re_enter
from support.example_call import Example, check

#: What may become of an error in a callback or an override.
POLICIES = ("propagate", "deferred", "unraisable", "terminate")

#: Watchdog of every wait, in seconds. Nothing waits this long unless a proof fails.
TIMEOUT = 10.0

#: How often a call is made that is to leave no reference behind.
CALLS = 3


class CustomError(Exception):
    """Stands for the exceptions that a program defines for itself."""


#: What a callback is made to raise: a built-in exception, one that is no `Exception`, and one of
#: the program's own.
ERRORS = (ValueError, KeyboardInterrupt, CustomError)


class Observation(NamedTuple):
    """What the probe saw at the entry of a region, or where a callback was about to call Python."""

    callable: str  #: logical name, "" on a thread that Python did not start
    place: str  #: "region", "callback", "conversion", …; for an error its policy
    promised: str  #: "attached" or "detached", as the binding declares
    observed: str  #: "attached" or "detached", as it was
    met: bool  #: another Python thread ran while C++ waited there


def observe(example: Example, run: Optional[Callable[[], Any]] = None) -> List[Observation]:
    """Makes the call, meets it in each released region, and returns what the probe saw of it."""
    return [one for one in observe_all(example, run) if one.callable in (example.name, "")]


def observe_all(example: Example, run: Optional[Callable[[], Any]] = None) -> List[Observation]:
    """The same with what the probe saw of all other callables.

    Afterwards no region may be open on this thread. Another Python thread does the meeting: it can
    run only while C++ is detached.
    """
    probe = example.probe
    probe.clear()
    probe.arm(example.name, TIMEOUT)
    done = threading.Event()
    other = threading.Thread(target=_meet, args=(probe, done), name="the thread that is to be met")
    other.start()
    try:
        (example.run if run is None else run)()
    finally:
        done.set()
        probe.disarm()
        other.join()
    prove_nothing_open(example)
    seen = [Observation._make(row) for row in probe.report()]
    for one in seen:
        if one.place == "conversion":
            check(one.observed == "attached", f"{example.name} converts detached: {one}")
    return seen


def prove_nothing_open(example: Example) -> None:
    """Proves that this thread is back where it was: in no callable, with every switch undone."""
    calls, switches = example.probe.open_on_this_thread()
    check(calls == 0, f"{calls} calls are still open on this thread")
    check(switches == 0, f"{switches} switches of the GIL are still open on this thread")


def prove_met_while_released(example: Example) -> None:
    """Proves of `release`: another Python thread runs in each released region."""
    regions = _regions_as_promised(example)
    check(
        any(one.promised == "detached" for one in regions),
        f"{example.name} entered no released region",
    )


def prove_regions(example: Example, expected: List[str]) -> None:
    """Proves of `steps`: each call enters its regions in these states, in this order, and no other.

    `expected` holds "attached" and "detached". Another Python thread runs in each detached region.
    An example that calls more than once, in its `setup` for instance, goes through them as often.
    """
    states = [one.observed for one in _own(example, _regions_as_promised(example))]
    calls = max(1, len(states) // len(expected))
    check(
        states == expected * calls,
        f"{example.name} entered regions that were {states}, not {expected}",
    )


def prove_steered(*examples: Example) -> None:
    """Proves of `guard`: C++ is entered attached, and another Python thread runs where it released.

    A function that steers itself may take a way on which it never releases, but not on all of them.
    """
    entered = [_own(each, _regions_as_promised(each)) for each in examples]
    for each, regions in zip(examples, entered):
        check(
            bool(regions) and regions[0].observed == "attached",
            f"{each.name} was not entered attached",
        )
    check(
        any(one.observed == "detached" for regions in entered for one in regions),
        f"no example of {examples[0].name} enters a released region: add one that does",
    )


def prove_attached(example: Example) -> None:
    """Proves of `hold`: C++ is entered attached."""
    for one in _regions_as_promised(example):
        check(one.promised == "attached", f"{example.name} entered a released region: {one}")


def prove_condition_decides(*examples: Example) -> None:
    """Proves of `release` with `when`: C++ is entered in the state that the condition chose.

    Where that is detached, another Python thread runs while C++ is in the region. Examples that all
    take one side of the condition are half a proof, and a warning says so.
    """
    chosen = {one.promised for each in examples for one in _regions_as_promised(each)}
    if len(chosen) == 1:
        warnings.warn(
            f"{examples[0].name} is half proved: every example runs {chosen.pop()}; "
            "add one for which the condition decides otherwise"
        )


def prove_state_in_callbacks(example: Example) -> None:
    """Proves that each callback is called attached, on whatever thread it is called."""
    calls = [one for one in observe(example) if one.place == "callback"]
    if not calls:
        unproved(f"the example {example.call!r} calls no callback")
    for one in calls:
        check(one.observed == "attached", f"{example.name} calls Python detached: {one}")


def prove_error_comes_back(
    example: Example, callback: str, error: Type[BaseException], policy: str = "propagate"
) -> None:
    """Proves that what a callback raises comes through C++ unchanged and leaves all as it was.

    By its policy it unwinds C++ on the way, or waits until C++ has returned.
    """
    expected = error("raised by a callback")

    raising, called = raising_callback(expected)
    call = example.captured().replaced(callback, raising)
    arrived: List[Optional[BaseException]] = []
    seen = observe(example, lambda: arrived.append(raised_by(call)))
    if not called:
        tried = any(one.place == "callback" for one in seen)
        check(not tried, f"{callback!r} was not reached: {arrived[0]!r} arrived")
        unproved(f"the example {example.call!r} does not call {callback!r}")
    check(arrived[0] is expected, f"{arrived[0]!r} arrived instead of the same {expected!r}")
    prove_policy(seen, policy)
    frames = [frame for frame, _ in traceback.walk_tb(expected.__traceback__)]
    check(frames[-1].f_code is raising.__code__, "the traceback does not lead to the callback")
    check(expected.__context__ is None, f"another error came before it: {expected.__context__!r}")
    example.run()
    prove_nothing_open(example)


def prove_policy(seen: List[Observation], policy: str) -> None:
    """Proves that each error of Python took the way that `onError` declares."""
    taken = {one.place for one in seen if one.place in POLICIES}
    check(taken == {policy}, f"an error was to be {policy}, and took these ways: {sorted(taken)}")


def prove_boundary(*examples: Example) -> None:
    """Proves of a module with deferred errors: the call raises what waits, attached, at its end."""
    seen = [one for each in examples for one in observe(each)]
    ends = [one for one in seen if one.place == "boundary" and one.callable == examples[0].name]
    if not any(one.place == "region" and one.callable == examples[0].name for one in seen):
        unproved(f"no example calls {examples[0].name} from Python and comes to C++")
    check(bool(ends), f"no example of {examples[0].name} raises errors that wait")
    for one in ends:
        check(one.observed == "attached", f"{one.callable} raises errors that wait detached")


def prove_references_balance(example: Example, callback: str) -> None:
    """Proves of a callback that is not kept: calls leave its reference count as it was.

    The whole example is made anew for each call, so that what an object keeps dies with it.
    """

    def counted(*arguments: Any, **keywords: Any) -> Any:
        return original(*arguments, **keywords)

    call = example.captured()
    original = call.argument(callback) if call.passes(callback) else print
    before = sys.getrefcount(counted)
    for _ in range(CALLS):
        call = example.captured().replaced(callback, counted)
        observe(example, call)
    del call
    gc.collect()
    kept = sys.getrefcount(counted) - before
    if kept == 1:
        unproved(f"C++ keeps {callback!r} beyond the call")
    check(
        kept == 0,
        f"{callback!r} has {kept} references more after {CALLS} calls: they are lost, or C++ keeps "
        'it for good; then say "kept": true in the type of the callback',
    )


def prove_locked(*examples: Example) -> None:
    """Proves of `lock`: another thread that calls on the same object waits until the first left.

    The first thread stands in the region, attached or detached, holding the lock. The second one
    must be seen to wait for it, and get into the region only after the first has left. What two
    calls share is one object at a time: that of the call, then that of each `locked` parameter.
    A callback that the example calls may make the call again on its own thread.

    Give all examples, as a lock may be missing in one branch of a condition only. A warning tells
    of an object that no example proves anything about: none gives it, or both calls share the other
    objects too, which `setup` did not make anew.
    """
    expected, proved = set(examples[0].locked), set()
    for example in examples:
        for name in example.captured().locked_objects():
            first, second = example.captured(), example.captured()
            own = [each for other, each in second.locked_objects().items() if other != name]
            shared = second.sharing(name, first)
            _check_excluded(example, meet(example, first, shared, TIMEOUT), f"the same {name!r}")
            expected.add(name)
            if not any(each is its for each in own for its in first.locked_objects().values()):
                proved.add(name)
        for callback in example.callbacks:
            _prove_re_entered(example, callback)
    check(bool(expected), f"no example of {examples[0].name} gives an object that it locks")
    for name in sorted(expected - proved):
        warnings.warn(
            f"{examples[0].name} is half proved: no example gives {name!r} an object of its own"
        )


def prove_module_locked(*examples: Example) -> None:
    """Proves of `lock` on the module: as `prove_locked`, but the two calls need share no object."""
    for example in examples:
        first, second = example.captured(), example.captured()
        _check_excluded(example, meet(example, first, second, TIMEOUT), "the module")
        for callback in example.callbacks:
            _prove_re_entered(example, callback)


def _check_excluded(example: Example, seen: Encounter, shared: str) -> None:
    _check_calls(example, seen)
    check(
        seen.events[:2] != ["stands", "enters"],
        f"{example.name} is not locked: a second thread got into {example.call!r} on {shared} "
        "while the first one stood in it",
    )
    check(
        seen.events == ["stands", "waits", "leaves", "enters"],
        f"{example.name} does not keep its lock: two threads in {example.call!r} on {shared} "
        f"did this: {seen.events} {seen.errors}",
    )


def _prove_re_entered(example: Example, callback: str) -> None:
    call = example.captured()
    if not call.passes(callback):
        return
    seen = re_enter(example, call, callback, TIMEOUT)
    _check_calls(example, seen)
    if seen.events != ["stands", "leaves"]:  # it called back
        check(
            seen.events == ["stands", "re-enters", "leaves"],
            f"{callback!r} may not call {example.name} again: {seen.events} {seen.errors}",
        )


def _check_calls(example: Example, seen: Encounter) -> None:
    check(
        seen.events[:1] == ["stands"],
        f"the example {example.call!r} entered no region of {example.name}: {seen.errors}",
    )
    check(not any(seen.open), f"calls or switches of the GIL are still open: {seen.open}")


def _regions_as_promised(example: Example) -> List[Observation]:
    regions = [one for one in observe(example) if one.place == "region"]
    check(bool(regions), f"the example {example.call!r} entered no region of {example.name}")
    for one in regions:
        check(one.observed == one.promised, f"{example.name} broke its promise: {one}")
        check(one.met or one.promised == "attached", f"{example.name} was not met: {one}")
    return regions


def _own(example: Example, seen: List[Observation]) -> List[Observation]:
    # Native threads are in no callable; how theirs fall among the others is left to chance.
    return [one for one in seen if one.callable == example.name]


def raising_callback(error: BaseException) -> Tuple[Callable[..., None], List[Any]]:
    """A callback that raises `error`, and the list that it adds each call to."""
    called: List[Any] = []

    def raising(*arguments: Any, **keywords: Any) -> None:
        called.append(arguments)
        raise error

    return raising, called


def unproved(reason: str) -> NoReturn:
    """Skips the proof, because the examples do not come to what it is about."""
    # A callback that is kept for later, or called only sometimes, is no broken promise; but neither
    # is anything proved of it, and pytest counts and names it as skipped.
    pytest.skip(f"unproved: {reason}")


def _meet(probe: Any, done: threading.Event) -> None:
    while not done.is_set():
        if probe.wait_for_entry(TIMEOUT):
            probe.meet()


def raised_by(call: Callable[[], Any]) -> Optional[BaseException]:
    """What the call raises, or none."""
    try:
        call()
    except BaseException as error:
        return error
    return None
