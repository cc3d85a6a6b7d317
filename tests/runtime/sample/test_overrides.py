"""Which call of a virtual method reaches Python, and which one C++."""

import functools
import weakref

import pytest
import virtuals

AREAS = [virtuals.area_attached, virtuals.area_detached, virtuals.area_on_native_thread]


@pytest.fixture(autouse=True)
def no_base_call_before():
    virtuals.base_calls()
    virtuals.base_calls_attached()


class Doubled(virtuals.Shape):
    """Calls its base, as overrides do."""

    def area(self, scale=1.0):
        return 2 * super().area(scale)


class Named(virtuals.Shape):
    """Overrides something else."""

    def name(self):
        return "named"


@pytest.mark.parametrize("area", AREAS)
def test_an_override_is_called(area):
    assert area(Doubled(2.0), 3.0) == 24.0
    assert virtuals.base_calls() == 2  # one of them in the constructor


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("kind", [virtuals.Shape, Named])
def test_the_base_implementation_runs_detached(area, kind):
    shape = kind(2.0)
    virtuals.base_calls()
    virtuals.base_calls_attached()
    assert area(shape, 3.0) == 12.0
    assert shape.area(3.0) == 12.0
    assert (virtuals.base_calls(), virtuals.base_calls_attached()) == (2, 0)


def test_the_base_implementation_is_detached_under_super_too():
    shape = Doubled(2.0)
    virtuals.base_calls_attached()
    assert shape.area(3.0) == 24.0
    assert virtuals.base_calls_attached() == 0


def test_the_method_of_a_class_is_called_by_its_name():
    assert virtuals.Shape.area(Doubled(2.0), 3.0) == 12.0
    assert virtuals.Shape.name(Named(1.0)) == "shape"
    assert virtuals.name_of(Named(1.0)) == "named"


def test_an_override_may_call_itself_through_c_plus_plus():
    class Halving(virtuals.Shape):
        def area(self, scale=1.0):
            if scale < 1:
                return super().area(scale)
            return virtuals.area_attached(self, scale / 2) + super().area(0)

    assert virtuals.area_detached(Halving(1.0), 4.0) == 0.5


class Aliased(virtuals.Shape):
    """Its method is the one that C++ exposes."""

    area = virtuals.Shape.area


class Wrapped(virtuals.Shape):
    """CPython's own kind of method, which leads back to C++."""


Wrapped.area = virtuals.builtin_area(Wrapped)


class Partial(virtuals.Shape):
    """A descriptor of yet another kind that does."""

    area = functools.partialmethod(virtuals.Shape.area)


class BoundOnObject(virtuals.Shape):
    """So does an attribute of the object."""

    def __init__(self, side):
        super().__init__(side)
        self.area = self.area


@pytest.mark.parametrize("kind", [Aliased, Wrapped, Partial, BoundOnObject])
@pytest.mark.parametrize("area", AREAS)
def test_a_method_that_leads_back_does_not_recurse(kind, area):
    shape = kind(2.0)
    virtuals.base_calls()
    assert area(shape, 3.0) == 12.0
    assert shape.area(3.0) == 12.0
    assert virtuals.base_calls() == 2


def test_a_wrapped_method_of_the_exposing_class_itself_does_not_recurse():
    exposed = virtuals.Shape.area
    virtuals.Shape.area = virtuals.builtin_area(virtuals.Shape)
    try:
        assert virtuals.area_attached(virtuals.Shape(2.0), 3.0) == 12.0
        assert virtuals.area_attached(Named(2.0), 3.0) == 12.0
    finally:
        virtuals.Shape.area = exposed


def test_a_derived_class_of_c_plus_plus_is_called():
    square = virtuals.make_square(2.0)
    assert type(square) is virtuals.Shape
    assert virtuals.Shape.name(square) == square.name() == "square, shape"


def test_a_derived_class_with_a_trampoline_of_its_own():
    class Ring(virtuals.Circle):
        def area(self, scale=1.0):
            return super().area(scale) - 1

    circle, ring = virtuals.Circle(1.0), Ring(1.0)
    assert circle.area(2.0) == virtuals.area_detached(circle, 2.0) == 6.0
    assert ring.area(2.0) == virtuals.area_detached(ring, 2.0) == 5.0
    assert virtuals.Shape.area(ring, 2.0) == 6.0  # the nearest one of C++, which Shape's is not
    assert virtuals.name_of(ring) == "shape"
    assert ring.on("area") == "2"  # a method that is not overridable calls one that is


def test_an_override_may_be_inherited_and_mixed_in():
    class Mixin:
        def name(self):
            return "mixed in"

    class Derived(Doubled):
        pass

    class Mixed(Mixin, virtuals.Shape):
        pass

    class MixedTooLate(virtuals.Shape, Mixin):
        pass

    assert virtuals.area_attached(Derived(2.0), 1.0) == 8.0
    assert virtuals.name_of(Mixed(1.0)) == "mixed in"
    assert virtuals.name_of(MixedTooLate(1.0)) == "shape"


@pytest.mark.parametrize("kind", [virtuals.Shape, Doubled])
def test_an_attribute_of_the_object_overrides_and_may_be_removed(kind):
    shape = kind(2.0)
    without = virtuals.area_attached(shape, 1.0)
    shape.area = lambda scale: 99.0
    assert virtuals.area_on_native_thread(shape, 1.0) == 99.0
    del shape.area
    assert virtuals.area_on_native_thread(shape, 1.0) == without


def test_a_method_of_the_class_may_be_set_and_removed():
    class Changing(virtuals.Shape):
        pass

    shape = Changing(2.0)
    Changing.area = lambda self, scale: 99.0
    assert virtuals.area_attached(shape, 1.0) == 99.0
    del Changing.area
    assert virtuals.area_attached(shape, 1.0) == 4.0


def test_static_methods_and_properties_override():
    class Static(virtuals.Shape):
        @staticmethod
        def area(scale):
            return -scale

        @property
        def name(self):
            return lambda: f"area {virtuals.Shape.area(self)}"

    assert virtuals.area_attached(Static(2.0), 1.0) == -1.0
    assert virtuals.name_of(Static(2.0)) == "area 4.0"


def test_a_class_with_its_own_getattribute_decides_by_itself():
    class Own(virtuals.Shape):
        def __getattribute__(self, name):
            if name == "area":
                return lambda scale: -scale
            return super().__getattribute__(name)

    class Fallback(virtuals.Shape):
        def __getattr__(self, name):
            raise AssertionError(name)

    assert virtuals.area_attached(Own(2.0), 1.0) == -1.0
    assert virtuals.name_of(Own(2.0)) == "shape"
    assert virtuals.area_attached(Fallback(2.0), 1.0) == 4.0


def test_overloads_share_the_name_and_the_override():
    class Listening(virtuals.Shape):
        def on(self, event):
            return "heard " + super().on(event)

    shape = virtuals.Shape(1.0)
    assert [shape.on(1), shape.on("a")] == ["number 1", "text a"]
    assert virtuals.tell_number(shape, 1) == "number 1"
    shape = Listening(1.0)
    assert virtuals.tell_number(shape, 1) == "heard number 1"
    assert virtuals.tell_text(shape, "a") == "heard text a"
    assert shape.on(2) == "heard number 2"
    assert shape.on(12) == "heard heard number 2"  # C++ calls itself, virtually


def test_what_the_constructor_calls_is_the_base_implementation():
    assert Doubled(2.0).constructed_with == 4.0

    class Early(Doubled):
        __init__ = virtuals.early

    early = Early(2.0)
    assert virtuals.base_calls() == 3
    assert virtuals.area_attached(early, 1.0) == 8.0


def test_overrides_end_with_the_python_object():
    shape = Doubled(2.0)
    virtuals.keep(shape)
    assert virtuals.kept_area(1.0) == 8.0
    del shape
    assert virtuals.kept_area(1.0) == 4.0
    assert virtuals.kept_area_while_gil_is_held()  # nobody is asked any more
    virtuals.forget_kept()


def test_an_object_that_is_being_deallocated_has_no_overrides():
    seen = []

    class Both(virtuals.Engine, virtuals.Shape):
        def __init__(self):
            virtuals.Shape.__init__(self, 2.0)
            virtuals.Engine.__init__(self, "both", lambda turns: seen.append(see()) or 0)

        def area(self, scale=1.0):
            return 99.0

    def see():
        return virtuals.pointed_area(1.0)

    both = Both()
    virtuals.point_at(both)
    assert see() == 99.0
    del both  # the engine dies first, and its destructor waits for the thread that sees
    assert seen == [4.0]


def test_the_object_lives_while_its_override_is_called():
    class Static(virtuals.Shape):
        @staticmethod
        def area(scale):
            shapes.clear()
            return 0.0 if watched() is None else scale

    shapes = [Static(2.0)]
    watched = weakref.ref(shapes[0])
    virtuals.point_at(shapes[0])
    assert virtuals.pointed_area(5.0) == 5.0
    assert watched() is None


def test_objects_are_released():
    class Counted(virtuals.Shape):
        living = 0

        def __init__(self):
            super().__init__(1.0)
            Counted.living += 1

        def __del__(self):
            Counted.living -= 1

        def area(self, scale=1.0):
            return scale

    for _ in range(100):
        shape = Counted()
        assert virtuals.area_on_native_thread(shape, 5.0) == 5.0
    del shape
    assert Counted.living == 0


def test_a_second_init_moves_the_overrides_to_the_new_object():
    shape = Doubled(2.0)
    shape.__init__(3.0)
    assert virtuals.area_attached(shape, 1.0) == 18.0


# overrides: subclass


def test_an_unsubclassed_object_costs_no_attachment():
    gauge = virtuals.Gauge()
    assert virtuals.read_while_gil_is_held(gauge)
    gauge.read = lambda unit: 99
    assert virtuals.read_while_gil_is_held(gauge)
    assert virtuals.read_detached(gauge, "four") == 4


def test_a_subclass_is_looked_at():
    class Plain(virtuals.Gauge):
        pass

    class Tripled(virtuals.Gauge):
        def read(self, unit):
            return 3 * super().read(unit)

    assert virtuals.read_detached(Plain(), "four") == 4
    assert virtuals.read_detached(Tripled(), "four") == 12
    plain = Plain()
    plain.read = lambda unit: 99
    assert virtuals.read_detached(plain, "four") == 99
