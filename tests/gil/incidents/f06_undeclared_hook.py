"""F6: a released function reaches a hook of the library that nobody declared for it."""

from support import binding, expect

called = []


def hook(n):
    called.append(n)
    return n + 1


binding.set_hook(hook)
expect(binding.computed(1), 2, "the hook's result")
expect(called, [1], "the hook")
