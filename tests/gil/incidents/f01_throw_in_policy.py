"""F1: a released function throws."""

from support import binding, expect, wrong

try:
    binding.parsed("no number")
except ValueError as error:
    expect(str(error), "stoi", "the message")
else:
    wrong("nothing was raised")
expect(binding.parsed("12"), 12, "the next call")
