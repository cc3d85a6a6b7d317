"""F21: a thread that has called back ends, and the holder of the GIL waits for it."""

from support import binding, expect

called = []


def callback(n):
    called.append(n)
    return n


notifier = binding.Notifier()
notifier.start(callback)


def join_attached():
    notifier.finish()


join_attached()
expect(called, [1], "the callback")
