"""F4: a callback that C++ keeps is replaced while detached, and dies."""

from support import Mortal, binding, expect

died = []
slot = binding.Slot()
slot.set(Mortal(died))
slot.set(lambda n: n + 1)
expect(died, ["MainThread"], "dead after it was replaced")
expect(slot.call(1), 2, "the new callback")
