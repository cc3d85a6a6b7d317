"""F17: a stream is closed while a released method reads it.

The callback goes on when the other thread has closed the stream, or sleeps where it tries to.
"""

import threading

from support import binding, expect, start

stream = binding.Stream()
reading, closing, closed = threading.Event(), threading.Event(), threading.Event()
closer_id = None


def close():
    global closer_id
    closer_id = threading.get_native_id()
    reading.wait()
    closing.set()
    stream.close()
    closed.set()


def sleeps(thread_id):
    """While the file is read this thread is detached, so that nobody sleeps for want of the GIL."""
    try:
        with open(f"/proc/self/task/{thread_id}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] == "S"
    except OSError:  # it has ended
        return False


def between(n):
    reading.set()
    closing.wait()
    while not closed.is_set() and not sleeps(closer_id):
        pass
    return n


closer = start(close)
try:
    found = stream.read(between)
except RuntimeError as error:
    found = str(error)
expect(found, 4, "what was read")
closer.join()
