"""F12: a conversion of the arguments runs Python."""

from support import binding, expect


class Number:
    def __float__(self):
        return 1.5


expect(binding.sum_converted([Number(), Number()]), 3.0, "the sum")
