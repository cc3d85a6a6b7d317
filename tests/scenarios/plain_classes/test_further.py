"""What examples can't say of classes that are registered without Boost.Python's class_."""

import contextlib
import gc
import sys
import weakref

import plain_classes
import pytest
from plain_classes import Checked, Letter, Plate, Point, Sheet, Wide


def test_objects_end_once():
    before = Letter.count()
    letters = [Letter("a"), plain_classes.sent(Letter("b")), plain_classes.copy(Letter("c"))]
    assert Letter.count() == before + 3
    del letters
    gc.collect()
    assert Letter.count() == before


def test_a_copy_that_throws_leaves_nothing():
    letter = Letter("a")
    before = Letter.count()
    letter.is_locked = True
    for _ in range(3):
        with pytest.raises(RuntimeError, match="locked"):
            plain_classes.sent(letter)
    gc.collect()
    assert Letter.count() == before


def test_a_constructor_that_throws_leaves_nothing_to_hold():
    made = Checked.__new__(Checked)
    with pytest.raises(ValueError, match="below zero"):
        made.__init__(-1)
    with pytest.raises(TypeError):
        made.value  # noqa: B018
    made.__init__(3)
    assert made.value == 3


def test_a_constructor_that_throws_gives_its_memory_back():
    # Made by __new__, it has no room for what it is to hold.
    made = Checked.__new__(Checked)

    def fail():
        with contextlib.suppress(ValueError):
            made.__init__(-1)

    fail()
    before = sys.getallocatedblocks()
    for _ in range(1000):
        fail()
    assert sys.getallocatedblocks() - before < 500


def test_classes_of_python_derive_from_it():
    class Named(Checked):
        def __init__(self, value, name):
            super().__init__(value)
            self.name = name

    named = Named(3, "three")
    assert (named.value, named.name) == (3, "three")
    reference = weakref.ref(named)
    del named
    gc.collect()
    assert reference() is None
    with pytest.raises(ValueError, match="below zero"):
        Named(-1, "none")

    class Wider(Wide):
        pass

    assert Wider(1).is_aligned() in (True, False)


def test_what_has_no_constructor_cannot_be_made():
    with pytest.raises(RuntimeError, match="cannot be instantiated from Python"):
        Sheet()


def test_it_is_a_class_of_boost_in_every_respect():
    assert type(Point).__name__ == "class" and Point.__mro__[1].__name__ == "instance"
    assert (Point.__module__, Point.__qualname__, Point.__doc__) == (
        "plain_classes",
        "Point",
        "Where something is.",
    )
    assert Plate.__bases__ == (plain_classes.Name, Sheet)


def test_functions_written_by_hand_take_and_return_it():
    assert plain_classes.length(Point(1, 2)) == 3
    copied = plain_classes.copy(Letter("a"))
    assert (type(copied), copied.copies()) == (Letter, 2)
    assert plain_classes.depth_of(plain_classes.Bowl()) == 9
    assert isinstance(plain_classes.Bowl(), Plate)


@pytest.mark.parametrize("kind", ["", "_of_boost"])
def test_a_shared_pointer_is_the_identical_object(kind):
    keep, kept, drop = (getattr(plain_classes, name + kind) for name in ("keep", "kept", "drop"))
    before = Letter.count()
    letter = Letter("kept")
    keep(letter)
    assert kept() is letter
    name = id(letter)
    del letter
    gc.collect()
    assert Letter.count() == before + 1
    assert id(kept()) == name and kept().text() == "kept"
    drop()
    assert kept() is None
    assert Letter.count() == before
    keep(None)
    assert kept() is None


def test_a_shared_pointer_that_nothing_converts_is_told_with_its_class():
    with pytest.raises(TypeError, match="shared pointer to .*Letter"):
        plain_classes.made()
