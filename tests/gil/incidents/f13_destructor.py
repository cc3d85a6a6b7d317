"""F13: a destructor waits for a thread that calls back."""

from support import binding, expect

called = []


def callback(n):
    called.append(n)
    return n


workers = [binding.Worker(callback)]


def destroy():
    workers.clear()


destroy()
expect(called, [1], "the last callback")
