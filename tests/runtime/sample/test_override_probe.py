"""What a probe build sees of virtual methods."""

import threading

import pytest
import virtuals

SECONDS = 30


class Doubled(virtuals.Shape):
    def area(self, scale=1.0):
        return 2 * super().area(scale)


@pytest.fixture
def probe():
    probe = virtuals._gen_bindings_probe
    probe.clear()
    yield probe
    probe.disarm()
    probe.clear()


def test_overrides_and_base_implementations_are_observed(probe):
    shape = Doubled(2.0)
    probe.arm("none", SECONDS)
    virtuals.area_attached(shape, 1.0)
    assert probe.report() == [
        ("Shape.area", "override", "attached", "attached", False),
        ("Shape.area", "base", "detached", "detached", False),
    ]


class Inheriting(virtuals.Shape):
    """Overrides nothing."""


class Aliased(virtuals.Shape):
    """Names what it inherits."""

    area = virtuals.Shape.area


@pytest.mark.parametrize("kind", [virtuals.Shape, Inheriting, Aliased])
def test_what_is_not_overridden_is_not_called_through_python(probe, kind):
    shape = kind(2.0)
    probe.arm("none", SECONDS)
    virtuals.area_attached(shape, 1.0)
    assert probe.report() == [("Shape.area", "base", "detached", "detached", False)]


def test_another_thread_runs_during_the_base_implementation(probe):
    shape = virtuals.Shape(2.0)
    probe.arm("Shape.area", SECONDS)
    met = []

    def meet():
        met.append(probe.wait_for_entry(SECONDS))
        probe.meet()

    other = threading.Thread(target=meet)
    other.start()
    virtuals.area_attached(shape, 1.0)
    other.join()
    assert met == [True]
    assert probe.report() == [("Shape.area", "base", "detached", "detached", True)]
