"""What two modules do together: one class derived from another's, its overrides, its lock, its exceptions."""

import threading

import imported
import importing
import pytest


class Ring(importing.Circle):
    """Overrides a method of each module's class, and calls what it overrides."""

    def area(self):
        return super().area() - 1

    def corners(self):
        return 8


def test_a_class_is_derived_from_one_of_another_module():
    assert issubclass(importing.Circle, imported.Shape)
    circle = importing.Circle(2)
    assert circle.twice() == 24
    circle.color = imported.Color.blue
    assert circle.color == imported.Color.blue


def test_overrides_are_reached_from_both_modules():
    ring = Ring(2)
    assert ring.area() == 11
    assert ring.twice() == 22
    assert importing.sum(ring, imported.Shape(1)) == 12
    assert importing.corners_of(ring) == 8


def test_an_exception_is_derived_from_one_of_another_module():
    with pytest.raises(imported.ShapeError, match="not a solid") as caught:
        importing.fail()
    assert type(caught.value) is importing.SolidError
    assert caught.value.code == 7
    with pytest.raises(imported.ShapeError, match="not above zero"):
        importing.Circle(1).grow(-1)


def test_an_error_of_an_override_is_raised_by_the_call_of_either_module():
    class Broken(imported.Shape):
        def area(self):
            raise KeyError("area")

    for call in imported.Shape.twice, lambda shape: importing.sum(shape, shape):
        with pytest.raises(KeyError, match="area"):
            call(Broken())


def test_an_object_has_one_lock_for_both_modules():
    inside, leave, started = threading.Event(), threading.Event(), threading.Event()

    class Slow(imported.Shape):
        """Stays inside the call that locks it, on its first thread."""

        def area(self):
            if not inside.is_set():
                inside.set()
                assert leave.wait(60)
            return 1.0

    shape = Slow()
    seen = []
    holding = threading.Thread(target=lambda: importing.sum(shape, shape))
    holding.start()
    assert inside.wait(60)

    def grow():
        started.set()
        shape.grow(2)
        seen.append(leave.is_set())

    waiting = threading.Thread(target=grow)
    waiting.start()
    assert started.wait(60)
    # Each call lets the other thread run, which is through if nothing holds it back.
    for _ in range(1000):
        imported.Shape(1).grow(2)
    assert seen == []
    leave.set()
    holding.join()
    waiting.join()
    assert seen == [True]
