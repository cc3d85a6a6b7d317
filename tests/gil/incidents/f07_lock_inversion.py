"""F7: one thread waits for the mutex with the GIL, another one for the GIL with the mutex."""

import threading

from support import binding, expect, start, switch_only_where_the_gil_is_released

registry = binding.Registry()
inside, leave = threading.Event(), threading.Event()


def stay(n):
    inside.set()
    leave.wait()
    return n


visitor = start(lambda: expect(registry.visit(stay), 1, "the visit"))
inside.wait()
switch_only_where_the_gil_is_released()


def ask_for_size():
    leave.set()  # the visitor asks for the GIL now, while this thread goes on
    return registry.size()


expect(ask_for_size(), 1, "the size")
visitor.join()
