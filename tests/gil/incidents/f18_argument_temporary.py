"""F18: an argument's temporary owns Python objects, and lives as long as the call."""

from support import Mortal, binding, expect


class Number(Mortal):
    def __float__(self):
        return 1.5


died = []
expect(binding.sum_temporary(Number(died) for _ in range(2)), 3.0, "the sum")
expect(len(died), 2, "dead after the call")
