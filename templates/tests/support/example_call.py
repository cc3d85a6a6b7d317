"""One callable of a module with one call of it, and the actual arguments of that call."""

import contextlib
import inspect
from typing import Any, Callable, Dict, Iterator, Optional, Tuple


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
    `locked`     the parameters whose objects are locked beside self, each with its position
    """

    def __init__(
        self,
        module: Any,
        name: str,
        call: str,
        path: Optional[str] = None,
        setup: str = "",
        callbacks: Optional[Dict[str, int]] = None,
        locked: Optional[Dict[str, int]] = None,
    ) -> None:
        self.module = module
        self.name = name
        self.call = call
        self.path = name if path is None else path
        self.setup = setup
        self.callbacks = {} if callbacks is None else callbacks
        self.locked = {} if locked is None else locked

    def with_call(self, call: str, setup: str = "") -> "Example":
        """The same callable, called otherwise."""
        return Example(
            self.module, self.name, call, self.path, setup, self.callbacks, self.locked
        )

    @property
    def probe(self) -> Any:
        """The module's probe."""
        probe = getattr(self.module, "_gen_bindings_probe", None)
        check(probe is not None, f"{self.module!r} is no probe build (GEN_BINDINGS_PROBE)")
        return probe

    def run(self, prepare: Optional[Callable[[Dict[str, Any]], None]] = None) -> Any:
        """Makes the call; `prepare` is given the names before, as `setup` has left them."""
        names = dict(vars(self.module))
        # A function or class of the same name comes first.
        names.setdefault(self.module.__name__, self.module)
        exec(self.setup, names)
        if prepare is not None:
            prepare(names)
        return eval(self.call, names)

    def captured(self) -> "Call":
        """The call as the callable would receive it, without making it.

        A recorder stands in the callable's place while the example is evaluated, and ends that.
        """
        *outer, attribute = self.path.split(".")
        holder = owner = self.module
        for name in outer:
            holder, owner = owner, getattr(owner, name)
        found = inspect.getattr_static(owner, attribute)
        is_of_class = type(found).__name__ == "StaticProperty"
        is_static = isinstance(found, staticmethod) or is_of_class

        def record(*arguments: Any, **keywords: Any) -> None:
            raise _Captured(arguments, keywords)

        target, place, slot, recorder = getattr(owner, attribute), owner, attribute, record
        if is_of_class:
            # To assign to Boost.Python's static property is to call its setter: a class derived from
            # the owner takes the owner's place, with a static property of its own.
            is_setter = self.name == f"{self.path}.set"
            target = found.fset if is_setter else found.fget
            accessors = (found.fget, record) if is_setter else (record, found.fset)
            place, slot = holder, outer[-1]
            members = {attribute: type(found)(*accessors), "__module__": owner.__module__}
            recorder = type(owner)(owner.__name__, (owner,), members)
        elif inspect.isclass(target):
            place, slot = target, "__init__"
        elif self.name == f"{self.path}.set":
            # A plain function would make an assignment set an attribute of the object.
            target, recorder = found.fset, found.setter(record)
        elif isinstance(found, property):
            target, recorder = found.fget, found.getter(record)
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

    @property
    def positional(self) -> Tuple[Any, ...]:
        """The object of the call, if there is one, and the arguments that have no name."""
        return (*self._receiver, *self._arguments)

    def passes(self, parameter: str) -> bool:
        """Whether the example gives an argument for this callback or locked parameter."""
        return self._position(parameter) < len(self._arguments) or parameter in self._keywords

    def argument(self, parameter: str) -> Any:
        """What the example passes for this callback or locked parameter."""
        check(
            self.passes(parameter),
            f"the example {self._example.call!r} passes nothing for {parameter!r}",
        )
        position = self._position(parameter)
        if position < len(self._arguments):
            return self._arguments[position]
        return self._keywords[parameter]

    def replaced(self, parameter: str, value: Any) -> "Call":
        """The same call with `value` for this parameter, also where it was left to its default."""
        position = self._position(parameter)
        arguments, keywords = list(self._arguments), dict(self._keywords)
        if position < len(arguments):
            arguments[position] = value
        else:
            keywords[parameter] = value
        return Call(self._example, self._target, self._receiver, tuple(arguments), keywords)

    def locked_objects(self) -> Dict[str, Any]:
        """The objects that the call locks: that of the call as "self", and those it is given."""
        objects = {"self": receiver for receiver in self._receiver}
        for parameter in self._example.locked:
            if self.passes(parameter) and self.argument(parameter) is not None:
                objects[parameter] = self.argument(parameter)
        return objects

    def sharing(self, name: str, other: "Call") -> "Call":
        """The same call with one locked object of the other call's in place of its own."""
        value = other.locked_objects()[name]
        if name != "self":
            return self.replaced(name, value)
        return Call(self._example, self._target, (value,), self._arguments, self._keywords)

    def _position(self, parameter: str) -> int:
        return {**self._example.locked, **self._example.callbacks}[parameter]


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


def check(condition: bool, message: str) -> None:
    """Fails the proof with a message unless the condition holds."""
    # Not `assert`, which `python -O` leaves out: nothing would be proved.
    __tracebackhide__ = True  # pytest shows the proof, not this function
    if not condition:
        raise AssertionError(message)
