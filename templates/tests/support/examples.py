"""Runs the examples of a spec: Python expressions, evaluated among the names of the module."""

from types import ModuleType


def prove_returns(module: ModuleType, call: str, expected: str, setup: str = "") -> None:
    """The call has the expected value: equal, and of the same type."""
    __tracebackhide__ = True  # pytest shows the example, not this function
    names = _names(module, setup)
    actual = eval(call, names)
    wanted = eval(expected, names)
    if type(actual) is not type(wanted) or actual != wanted:
        raise AssertionError(f"{call}: expected {wanted!r}, got {actual!r}")


def prove_raises(module: ModuleType, call: str, expected: str, setup: str = "") -> None:
    """The call raises the expected class of exception, or one derived from it."""
    __tracebackhide__ = True  # pytest shows the example, not this function
    names = _names(module, setup)
    wanted = eval(expected, names)
    try:
        actual = eval(call, names)
    except wanted:
        return
    raise AssertionError(f"{call}: expected {expected}, but it returned {actual!r}")


def _names(module: ModuleType, setup: str) -> dict:
    names = dict(vars(module))
    names.setdefault(module.__name__, module)  # a function or class of the same name comes first
    exec(setup, names)
    return names
