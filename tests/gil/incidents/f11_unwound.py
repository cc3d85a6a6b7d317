"""F11: C++ throws, detached, past a Python object that was made between two regions."""

from support import Mortal, binding, expect, wrong

died = []
expect(binding.made_between(lambda: Mortal(died), "12"), 12, "the result")
expect(len(died), 1, "dead after a return")
try:
    binding.made_between(lambda: Mortal(died), "no number")
except ValueError:
    expect(len(died), 2, "dead after a throw")
else:
    wrong("nothing was raised")
