"""What examples can't say of calls that are dispatched by entries of their own."""

import gc
import inspect
import sys
import weakref

import dispatch
import pytest


def message(call, *arguments, **keywords):
    with pytest.raises(TypeError) as caught:
        call(*arguments, **keywords)
    assert type(caught.value).__name__ == "ArgumentError"
    return str(caught.value)


def test_an_error_says_which_argument_and_what_would_fit():
    assert message(dispatch.add, 1, "2") == (
        "add(int, str) fits no signature:\n"
        "    add(a: int, b: int = 2) -> int\n"
        "        b takes int, not str"
    )


def test_an_error_says_it_of_each_overload():
    assert message(dispatch.kind, number=[]) == (
        "kind(number=list) fits no signature:\n"
        "    kind(number: int) -> str\n"
        "        number takes int, not list\n"
        "    kind(number: float) -> str\n"
        "        number takes float, not list\n"
        "    kind(argument_1: str, /) -> str\n"
        "        takes no other keyword number"
    )


@pytest.mark.parametrize(
    "arguments, keywords, reason",
    [
        ((), {}, "a is missing"),
        ((1, 2, 3), {}, "takes 2 arguments"),
        ((1,), {"c": 2}, "takes no other keyword c"),
        ((1,), {"a": 2}, "takes no other keyword a"),
    ],
)
def test_an_error_says_what_is_missing_or_too_much(arguments, keywords, reason):
    assert message(dispatch.add, *arguments, **keywords).endswith("        " + reason)


def test_the_error_is_that_of_boost():
    with pytest.raises(TypeError) as ours:
        dispatch.add("1")
    with pytest.raises(TypeError) as boosts:
        dispatch.plainly("1", 2)
    assert type(ours.value) is type(boosts.value)


def test_signatures_are_there_for_inspect():
    assert str(inspect.signature(dispatch.add)) == "(a, b=2)"
    assert str(inspect.signature(dispatch.Counter.increase)) == "(self, by=1)"
    counter = dispatch.Counter(1)
    assert str(inspect.signature(counter.increase)) == "(by=1)"
    assert str(inspect.signature(dispatch.Counter)) == "(start, name='counter')"
    assert str(inspect.signature(dispatch.Counter.count)) == "()"
    with pytest.raises(ValueError):
        inspect.signature(dispatch.kind)


def test_functions_know_their_names():
    assert (dispatch.add.__name__, dispatch.add.__module__) == ("add", "dispatch")
    method = dispatch.Counter.increase
    assert (method.__name__, method.__module__) == ("increase", "dispatch")
    assert method.__qualname__ == "Counter.increase"


def test_methods_bind_as_those_of_python():
    counter = dispatch.Counter(1)
    bound = counter.increase
    assert inspect.ismethod(bound) and bound.__self__ is counter
    assert bound(2) == 3
    assert dispatch.Counter.increase(counter, by=2) == 5


def test_what_one_name_has_in_two_ways_is_boosts():
    assert type(dispatch.mixed).__name__ == type(dispatch.plainly).__name__
    assert type(dispatch.add) is not type(dispatch.plainly)


def test_an_object_of_the_wrong_kind():
    assert message(dispatch.Counter.increase, 3).endswith("self holds no Counter of C++")
    assert "a is missing" not in message(dispatch.Counter.increase)


def test_an_object_that_was_not_initialised():
    empty = dispatch.Counter.__new__(dispatch.Counter)
    assert message(empty.increase).endswith("self holds no Counter of C++")
    empty.__init__(3)
    assert empty.increase() == 4


def test_python_subclasses():
    class Twice(dispatch.Counter):
        def __init__(self, start):
            super().__init__(2 * start, name="twice")

        def increase(self, by=1):
            return super().increase(2 * by)

    twice = Twice(2)
    assert (twice.value, twice.increase(1), twice.name()) == (4, 6, "twice")

    class Plain(dispatch.Counter):
        pass

    assert Plain(start=3).value == 3
    assert type(Plain(3)) is Plain


def test_an_initialiser_that_is_replaced(monkeypatch):
    original = dispatch.Counter.__init__

    def initialise(self):
        original(self, 40)

    monkeypatch.setattr(dispatch.Counter, "__init__", initialise)
    assert dispatch.Counter().value == 40
    monkeypatch.undo()
    assert dispatch.Counter(1).value == 1
    assert message(dispatch.Counter).endswith("start is missing")


def test_a_second_initialisation():
    counter = dispatch.Counter(1)
    counter.__init__(2)
    assert counter.value == 2
    del counter
    gc.collect()
    assert dispatch.Counter.count() == 0


def test_what_is_made_dies():
    before = dispatch.Counter.count()
    counters = [dispatch.Counter(each) for each in range(100)]
    assert dispatch.Counter.count() == before + 100
    for _ in range(100):
        with pytest.raises(ValueError):
            dispatch.Counter(-1)
        with pytest.raises(TypeError):
            dispatch.Counter("1")
    del counters
    assert dispatch.Counter.count() == before


class Witness:
    """Says when it dies."""

    def __init__(self, said):
        self.said = said

    def __del__(self):
        self.said.append("witness")


# The C++ object of the one has nothing to destroy, that of the other has.
both_kinds = pytest.mark.parametrize("made", [dispatch.Metres, dispatch.Counter])


@both_kinds
def test_the_end_of_an_object_with_attributes_and_weak_references(made):
    said = []
    subject = made(1)
    subject.witness = Witness(said)
    reference = weakref.ref(subject, lambda _: said.append("reference"))
    del subject
    assert reference() is None
    assert sorted(said) == ["reference", "witness"]


@both_kinds
def test_a_finalizer_that_revives(made, monkeypatch):
    revived = []
    monkeypatch.setattr(made, "__del__", lambda self: revived.append(self), raising=False)
    subject = made(1)
    del subject
    assert [each.value for each in revived] == [1]
    count = sys.getrefcount(revived[0])
    assert count == 2
    monkeypatch.undo()
    revived.clear()
    subject = made(2)
    del subject
    assert revived == []


@both_kinds
def test_the_end_of_objects_of_subclasses(made):
    said = []

    class Derived(made):
        def __del__(self):
            said.append("derived")

    class Further(Derived):
        pass

    before = sys.getrefcount(made)
    for subclass in (Derived, Further):
        count = sys.getrefcount(subclass)
        subject = subclass(1)
        subject.witness = Witness(said)
        del subject
        assert said == ["derived", "witness"]
        assert sys.getrefcount(subclass) == count
        said.clear()
    assert sys.getrefcount(made) == before


@both_kinds
def test_the_end_of_an_object_that_is_of_another_class_by_then(made):
    class Derived(made):
        pass

    before = sys.getrefcount(made)
    subject = made(1)
    subject.__class__ = Derived
    count = sys.getrefcount(Derived)
    assert sys.getrefcount(made) == before
    del subject
    assert sys.getrefcount(Derived) == count - 1


def test_the_end_of_a_chain_is_not_deep():
    said = []
    link = Witness(said)
    for _ in range(200_000):
        link = dispatch.Link(link)
    del link
    assert said == ["witness"]


@both_kinds
def test_the_end_of_an_object_that_holds_two(made):
    before = sys.getrefcount(made)
    subject = made(1)
    subject.__init__(2)
    assert subject.value == 2
    del subject
    empty = made.__new__(made)
    del empty
    assert sys.getrefcount(made) == before


def test_references_balance():
    class Marked(str):
        pass

    name = Marked("marked")
    value = object()
    error = [name, value]
    counter = dispatch.Counter(1)

    def all_kinds():
        dispatch.text(name)
        dispatch.kind(name)
        counter.increase(by=1)
        counter.value = 3
        assert counter.itself() is counter
        assert dispatch.applied(lambda given: given) == -1
        for call in (dispatch.add, dispatch.kind, counter.increase, dispatch.length):
            with pytest.raises(TypeError):
                call(value)
        with pytest.raises(TypeError):
            counter.value = value
        dispatch.content_of(dispatch.Box())

    all_kinds()
    watched = (name, value, error, counter, dispatch.Counter, dispatch.Box, dispatch.Metres)
    before = [sys.getrefcount(each) for each in watched]
    for _ in range(50):
        all_kinds()
    gc.collect()
    assert [sys.getrefcount(each) for each in watched] == before


def test_properties():
    counter = dispatch.Counter(1)
    described = dispatch.Counter.value
    assert isinstance(described, property)
    assert described.__doc__ == "How many."
    assert described.fget(counter) == 1
    described.fset(counter, 4)
    assert counter.value == 4
    with pytest.raises(AttributeError):
        del counter.value
    assert message(setattr, counter, "value", "4").endswith("value takes int, not str")
    assert message(described.__get__, 3).endswith("self holds no Counter of C++")

    class Logged(dispatch.Counter):
        @dispatch.Counter.value.setter
        def value(self, given):
            dispatch.Counter.value.fset(self, given + 1)

    logged = Logged(1)
    logged.value = 5
    assert logged.value == 6


def test_attributes():
    metres = dispatch.Metres(2)
    metres.value = 3
    assert metres.value == 3.0
    assert dispatch.Metres.value.__doc__ == "In metres."
    assert message(setattr, metres, "value", "3").endswith("value takes float, not str")
    shared = dispatch.Shared(3)
    assert shared.id == 3
    with pytest.raises(AttributeError):
        shared.id = 4
    box = dispatch.Box()
    box.content.value = 9
    assert box.content.value == 9.0


def test_operators():
    left, right = dispatch.Metres(1), dispatch.Metres(2)
    assert (left + right).value == 3.0
    assert (left + 4).value == 5.0
    left += right
    assert left.value == 3.0
    assert left == dispatch.Metres(3) and not left == "metres"
    assert dispatch.Metres.__add__(left, "x") is NotImplemented
    with pytest.raises(TypeError, match="unsupported operand"):
        left + "x"
    with pytest.raises(TypeError, match="unsupported operand"):
        left += "x"


def test_overrides_are_found():
    class Square(dispatch.Shape):
        def sides(self):
            return super().sides() + 4

    square = Square()
    assert dispatch.sides_of(square) == 4
    shape = dispatch.Shape()
    shape.sides = lambda: 7
    assert dispatch.sides_of(shape) == 7
    del shape.sides
    assert dispatch.sides_of(shape) == 0


def test_keywords_that_are_not_interned():
    name = "".join(["n", "umber"])
    assert dispatch.kind(**{name: 1}) == "int"


def test_a_subclass_of_a_number():
    class Number(int):
        pass

    class Fraction(float):
        pass

    assert dispatch.add(Number(3), True) == 4
    assert dispatch.scaled(Fraction(0.5), Number(2), Number(0)) == 1.0
