"""The interpreter ends while 16 threads of C++ call back, as often as they can."""

from support import binding

binding.call_for_ever(lambda n: n, 16)
