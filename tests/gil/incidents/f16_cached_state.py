"""F16: the thread state of the first callback is gone when the second one comes.

Run with PYTHONMALLOC=debug, which overwrites what is freed.
"""

from support import binding, expect

called = []


def callback(n):
    called.append(n)
    return n


binding.around_foreign(callback)
expect(called, [1, 2], "the callbacks")
