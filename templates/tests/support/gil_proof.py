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
| callbacks                   | `prove_state_in_callbacks` | attached when Python is called |
| a callback that raises      | `prove_error_comes_back`   | same object, its traceback |
| a callback that is not kept | `prove_references_balance` | as before the call |

Each proof also checks that the call leaves no region open on its thread. A proof that finds no
region to look at fails. An example that never calls its callback, or in which a guard never
releases, proves nothing about that: it is skipped as unproved.
"""

import contextlib
import gc
import inspect
import sys
import threading
import traceback
import warnings
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, NoReturn, Optional, Tuple, Type

import pytest

#: Watchdog of every wait, in seconds. Nothing waits this long unless a proof fails.
TIMEOUT = 10.0


class CustomError(Exception):
    """Stands for the exceptions that a program defines for itself."""


#: What a callback is made to raise: a built-in exception, one that is no `Exception`, and one of
#: the program's own.
ERRORS = (ValueError, KeyboardInterrupt, CustomError)


class Observation(NamedTuple):
    """What the probe saw at the entry of a region, or where a callback was about to call Python."""

    callable: str  #: logical name, "" on a thread that Python did not start
    place: str  #: "region" or "callback"
    promised: str  #: "attached" or "detached", as the binding declares
    observed: str  #: "attached" or "detached", as it was
    met: bool  #: another Python thread ran while C++ waited there


class Example:
    """One callable of a module, and one call of it that returns.

    `module`     the module's probe build
    `name`       its logical name, by which the probe knows it: "f", "Counter.inc", "f#2",
                 "Counter.size.set" for the setter of a property
    `call`       a Python expression that calls it, among the module's names: "Counter(3).inc(2)"
    `path`       where Python finds it: "f" for "f#2", "Counter" for a constructor, "Counter.size"
                 for a setter; else as `name`
    `setup`      statements that run before the call, among the same names
    `callbacks`  the parameters that take a callback, each with its position, not counting self
    """

    def __init__(
        self,
        module: Any,
        name: str,
        call: str,
        path: Optional[str] = None,
        setup: str = "",
        callbacks: Optional[Dict[str, int]] = None,
    ) -> None:
        self.module = module
        self.name = name
        self.call = call
        self.path = name if path is None else path
        self.setup = setup
        self.callbacks = {} if callbacks is None else callbacks

    def with_call(self, call: str, setup: str = "") -> "Example":
        """The same callable, called otherwise."""
        return Example(self.module, self.name, call, self.path, setup, self.callbacks)

    @property
    def probe(self) -> Any:
        """The module's probe."""
        probe = getattr(self.module, "_gen_bindings_probe", None)
        _check(probe is not None, f"{self.module!r} is no probe build (GEN_BINDINGS_PROBE)")
        return probe

    def run(self) -> Any:
        """Makes the call."""
        names = dict(vars(self.module))
        # A function or class of the same name comes first.
        names.setdefault(self.module.__name__, self.module)
        exec(self.setup, names)
        return eval(self.call, names)

    def captured(self) -> "Call":
        """The call as the callable would receive it, without making it.

        A recorder stands in the callable's place while the example is evaluated, and ends that.
        """
        *outer, attribute = self.path.split(".")
        owner = self.module
        for name in outer:
            owner = getattr(owner, name)
        found = inspect.getattr_static(owner, attribute)
        is_static = isinstance(found, staticmethod)

        def record(*arguments: Any, **keywords: Any) -> None:
            raise _Captured(arguments, keywords)

        target, place, slot, recorder = getattr(owner, attribute), owner, attribute, record
        if inspect.isclass(target):
            place, slot = target, "__init__"
        elif self.name == f"{self.path}.set":
            # A plain function would make an assignment set an attribute of the object.
            target, recorder = found.fset, found.setter(record)
        elif is_static:
            recorder = staticmethod(record)
        takes_self = inspect.isclass(place) and not is_static

        with _replaced(place, slot, recorder):
            try:
                self.run()
            except _Captured as captured:
                arguments, keywords = captured.arguments, captured.keywords
            else:
                raise AssertionError(f"the example {self.call!r} does not call {self.path}")
        receiver = arguments[:1] if takes_self and target is not place else ()
        return Call(self, target, receiver, arguments[1 if takes_self else 0 :], keywords)


class Call:
    """A call with its actual arguments, ready to be made, as often as the receiver bears it."""

    def __init__(
        self,
        example: Example,
        target: Callable[..., Any],
        receiver: Tuple[Any, ...],
        arguments: Tuple[Any, ...],
        keywords: Dict[str, Any],
    ) -> None:
        self._example = example
        self._target = target
        self._receiver = receiver
        self._arguments = arguments
        self._keywords = keywords

    def __call__(self) -> Any:
        """Makes the call."""
        return self._target(*self._receiver, *self._arguments, **self._keywords)

    def argument(self, callback: str) -> Any:
        """What the example passes for this callback."""
        position = self._example.callbacks[callback]
        if position < len(self._arguments):
            return self._arguments[position]
        _check(
            callback in self._keywords,
            f"the example {self._example.call!r} passes nothing for {callback!r}",
        )
        return self._keywords[callback]

    def replaced(self, callback: str, value: Any) -> "Call":
        """The same call with `value` for this callback, which may have been left to its default."""
        position = self._example.callbacks[callback]
        arguments, keywords = list(self._arguments), dict(self._keywords)
        if position < len(arguments):
            arguments[position] = value
        else:
            keywords[callback] = value
        return Call(self._example, self._target, self._receiver, tuple(arguments), keywords)


def observe(example: Example, run: Optional[Callable[[], Any]] = None) -> List[Observation]:
    """Makes the call, meets it in each released region, and returns what the probe saw of it.

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
    return [one for one in seen if one.callable in (example.name, "")]


def prove_nothing_open(example: Example) -> None:
    """Proves that this thread is back where it was: in no callable, with every switch undone."""
    calls, switches = example.probe.open_on_this_thread()
    _check(calls == 0, f"{calls} calls are still open on this thread")
    _check(switches == 0, f"{switches} switches of the GIL are still open on this thread")


def prove_met_while_released(example: Example) -> None:
    """Proves of `release`: another Python thread runs in each released region."""
    regions = _regions_as_promised(example)
    _check(
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
    _check(
        states == expected * calls,
        f"{example.name} entered regions that were {states}, not {expected}",
    )


def prove_steered(*examples: Example) -> None:
    """Proves of `guard`: C++ is entered attached, and another Python thread runs where it released.

    A function that steers itself may take a way on which it never releases, but not on all of them.
    """
    entered = [_own(each, _regions_as_promised(each)) for each in examples]
    for each, regions in zip(examples, entered):
        _check(
            bool(regions) and regions[0].observed == "attached",
            f"{each.name} was not entered attached",
        )
    _check(
        any(one.observed == "detached" for regions in entered for one in regions),
        f"no example of {examples[0].name} enters a released region: add one that does",
    )


def prove_attached(example: Example) -> None:
    """Proves of `hold`: C++ is entered attached."""
    for one in _regions_as_promised(example):
        _check(one.promised == "attached", f"{example.name} entered a released region: {one}")


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
        _unproved(f"the example {example.call!r} calls no callback")
    for one in calls:
        _check(one.observed == "attached", f"{example.name} calls Python detached: {one}")


def prove_error_comes_back(example: Example, callback: str, error: Type[BaseException]) -> None:
    """Proves that what a callback raises comes through C++ unchanged and leaves all as it was."""
    expected = error("raised by a callback")

    called = []

    def raising(*arguments: Any, **keywords: Any) -> None:
        called.append(arguments)
        raise expected

    call = example.captured().replaced(callback, raising)
    arrived: List[Optional[BaseException]] = []
    observe(example, lambda: arrived.append(_raised_by(call)))
    if not called:
        _unproved(f"the example {example.call!r} does not call {callback!r}")
    _check(arrived[0] is expected, f"{arrived[0]!r} arrived instead of the same {expected!r}")
    frames = [frame for frame, _ in traceback.walk_tb(expected.__traceback__)]
    _check(frames[-1].f_code is raising.__code__, "the traceback does not lead to the callback")
    _check(expected.__context__ is None, f"another error came before it: {expected.__context__!r}")
    example.run()
    prove_nothing_open(example)


def prove_references_balance(example: Example, callback: str) -> None:
    """Proves of a callback that is not kept: the call leaves its reference count as it was."""
    call = example.captured()
    original = call.argument(callback)

    def counted(*arguments: Any, **keywords: Any) -> Any:
        return original(*arguments, **keywords)

    counting = call.replaced(callback, counted)
    before = sys.getrefcount(counted)
    observe(example, counting)
    gc.collect()
    after = sys.getrefcount(counted)
    _check(after == before, f"{callback!r} had {before} references before and {after} after")


def _regions_as_promised(example: Example) -> List[Observation]:
    regions = [one for one in observe(example) if one.place == "region"]
    _check(bool(regions), f"the example {example.call!r} entered no region of {example.name}")
    for one in regions:
        _check(one.observed == one.promised, f"{example.name} broke its promise: {one}")
        _check(one.met or one.promised == "attached", f"{example.name} was not met: {one}")
    return regions


def _own(example: Example, seen: List[Observation]) -> List[Observation]:
    # Native threads are in no callable; how theirs fall among the others is left to chance.
    return [one for one in seen if one.callable == example.name]


def _unproved(reason: str) -> NoReturn:
    # A callback that is kept for later, or called only sometimes, is no broken promise; but neither
    # is anything proved of it, and pytest counts and names it as skipped.
    pytest.skip(f"unproved: {reason}")


def _meet(probe: Any, done: threading.Event) -> None:
    while not done.is_set():
        if probe.wait_for_entry(TIMEOUT):
            probe.meet()


def _raised_by(call: Callable[[], Any]) -> Optional[BaseException]:
    try:
        call()
    except BaseException as error:
        return error
    return None


class _Captured(BaseException):
    """Carries the arguments out of an example's evaluation."""

    def __init__(self, arguments: Tuple[Any, ...], keywords: Dict[str, Any]) -> None:
        super().__init__()
        self.arguments = arguments
        self.keywords = keywords


@contextlib.contextmanager
def _replaced(owner: Any, name: str, value: Any) -> Iterator[None]:
    missing = object()
    former = vars(owner).get(name, missing)
    setattr(owner, name, value)
    try:
        yield
    finally:
        if former is missing:
            delattr(owner, name)
        else:
            setattr(owner, name, former)


def _check(condition: bool, message: str) -> None:
    # Not `assert`, which `python -O` leaves out: nothing would be proved.
    __tracebackhide__ = True  # pytest shows the proof, not this function
    if not condition:
        raise AssertionError(message)
