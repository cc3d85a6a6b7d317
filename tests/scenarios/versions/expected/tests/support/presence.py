"""What is there for some versions of the library alone.

The module says for which it was compiled: `_gen_bindings_conditions` holds each condition of the
spec, and whether it holds.
"""

from types import ModuleType
from typing import Iterable, List, Sequence

import pytest


class Needs:
    """What has to hold, and what must not, for something to be there."""

    def __init__(self, since: Iterable[str] = (), until: Iterable[str] = ()) -> None:
        self.since = tuple(since)
        self.until = tuple(until)

    def lacking(self, module: ModuleType) -> List[str]:
        """Why it is absent; nothing where it is there."""
        holds = module._gen_bindings_conditions
        return [
            *(f"needs {each}" for each in self.since if not holds[each]),
            *(f"gone since {each}" for each in self.until if holds[each]),
        ]


def needs(
    module: ModuleType, since: Iterable[str] = (), until: Iterable[str] = ()
) -> pytest.MarkDecorator:
    """Skips a test where what it is about is absent, and says why."""
    lacking = Needs(since, until).lacking(module)
    return pytest.mark.skipif(bool(lacking), reason=", ".join(lacking))


def prove_presence(module: ModuleType, path: str, ways: Sequence[Needs]) -> None:
    """The name is there if and only if one of the ways says so."""
    __tracebackhide__ = True  # pytest shows the name, not this function
    reasons = [each.lacking(module) for each in ways]
    is_wanted = not all(reasons)
    if _is_there(module, path) != is_wanted:
        why = "" if is_wanted else f" although it {reasons[0][0]}"
        raise AssertionError(f"{path} is {'absent' if is_wanted else 'there'}{why}")


def _is_there(module: ModuleType, path: str) -> bool:
    found = module
    for name in path.split("."):
        # Its own, not what it inherits; enumerators of Python's enum are in neither.
        if name not in vars(found) and name not in getattr(found, "__members__", {}):
            return False
        found = getattr(found, name)
    return True
