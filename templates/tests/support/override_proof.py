"""Proofs of virtual methods, which Python classes may override and C++ calls."""

import inspect
import signal
import sys
from typing import Any, Callable, Dict, Optional

from support.error_proof import ends_with
from support.example_call import Example, check
from support.gil_proof import CustomError, observe, observe_all, prove_policy, raised_by, unproved


def prove_overridden(*examples: Example) -> None:
    """Proves of a virtual method: an override in Python is called attached, on any thread."""
    calls = [one for each in examples for one in observe(each) if one.place == "override"]
    calls = [one for one in calls if one.callable == examples[0].name]
    if not calls:
        unproved(f"no example of {examples[0].name} makes C++ call an override")
    for one in calls:
        check(one.observed == "attached", f"{one.callable} is overridden detached: {one}")


def prove_base_detached(*examples: Example) -> None:
    """Proves of a virtual method: its implementation in C++ runs detached."""
    calls = [one for each in examples for one in observe(each) if one.place == "base"]
    calls = [one for one in calls if one.callable == examples[0].name]
    if not calls:
        unproved(f"no example of {examples[0].name} comes to its implementation in C++")
    for one in calls:
        check(one.observed == "detached", f"{one.callable} runs in C++ attached: {one}")


def prove_where_reached(*examples: Example, state: Optional[str] = None) -> None:
    """Proves of a virtual method: where Python calls it in C++, it is entered in its state.

    Without `state` in the one that its condition chose.

    Examples of a virtual method let C++ call overrides; not all of them lead through Python.
    """
    regions = [one for each in examples for one in observe(each) if one.place == "region"]
    regions = [one for one in regions if one.callable == examples[0].name]
    if not regions:
        unproved(f"no example calls {examples[0].name} from Python and comes to C++")
    for one in regions:
        expected = one.promised if state is None else state
        check(one.observed == expected, f"{one.callable} is to be {expected}: {one}")
        check(one.met or expected == "attached", f"{one.callable} was not met: {one}")


def prove_error_of_override(*examples: Example, policy: str) -> None:
    """Proves of a virtual method: an error in an override in Python goes the way of `onError`.

    Each override among the names of an example is replaced by one that raises.
    """
    name = examples[0].name
    attribute = examples[0].path.split(".")[-1]

    def raising(*arguments: Any, **keywords: Any) -> None:
        raise CustomError("raised by an override")

    proved = False
    for example in examples:

        def run(each: Example = example) -> None:
            raised_by(lambda: each.run(lambda names: _override(names, attribute, raising)))

        def reached(each: Example = example) -> bool:
            seen = observe_all(each, run)
            return any(one.place == "override" and one.callable == name for one in seen)

        if policy == "terminate":
            ended = ends_with(lambda: reached() and print("reached", file=sys.stderr, flush=True))
            called = "reached" in ended.output or ended.status != 0
            check(not called or ended.status == -signal.SIGABRT, f"status {ended.status}")
        else:
            seen = []
            former, sys.unraisablehook = sys.unraisablehook, lambda unraisable: None
            try:
                seen = observe_all(example, run)
                called = any(one.place == "override" and one.callable == name for one in seen)
                for _ in range(3 if called else 0):  # an error of another thread may come later
                    raised_by(example.run)
            finally:
                sys.unraisablehook = former
            if called:
                prove_policy(seen, policy)
        proved = proved or called
    if not proved:
        unproved(f"no example of {examples[0].name} has an override among its names that is called")


def _override(names: Dict[str, Any], attribute: str, function: Callable[..., Any]) -> None:
    for value in list(names.values()):
        for owner in (value, type(value)):
            # A method that is compiled is no override.
            if inspect.isfunction(getattr(owner, "__dict__", {}).get(attribute)):
                setattr(owner, attribute, function)
