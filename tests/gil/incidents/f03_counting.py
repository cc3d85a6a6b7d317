"""F3: objects are copied while detached: two threads change one reference count at once.

A pure race: which changes are lost is luck, so it is tried up to ROUNDS times; one round is enough
on two processors that have nothing else to do. Ours keeps a callback, which may be copied in any state.
"""

import sys
import threading

from support import BINDING, binding, expect, start

ROUNDS = 1000 if BINDING == "naive" else 20
THREADS, TIMES = 4, 200_000


class Value:
    def __call__(self, n):
        return n


value = Value()
spare = [value] * 1_000_000  # whatever is lost, the object lives on
slot = binding.Slot()
slot.set(value)
before = sys.getrefcount(value)
barrier = threading.Barrier(THREADS)


def copy():
    barrier.wait()
    if BINDING == "naive":
        binding.copy_in_region(value, TIMES)
    else:
        slot.copy(TIMES)


for _ in range(ROUNDS):
    threads = [start(copy) for _ in range(THREADS)]
    for thread in threads:
        thread.join()
    expect(sys.getrefcount(value) - before, 0, "references lost or won")
