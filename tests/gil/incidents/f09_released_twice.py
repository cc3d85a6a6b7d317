"""F9: a released region in a released region."""

import threading

from support import binding, expect, start

expect(binding.released_twice(1), 2, "the result")
thread = start(lambda: expect(binding.released_twice(2), 3, "the result on another thread"))
thread.join()
