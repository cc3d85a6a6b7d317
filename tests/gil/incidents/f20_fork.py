"""F20: os.fork() while other threads are inside, detached: one has a lock, one a pinned state.

The child has the watchdog, and the parent ends as it does.
"""

import faulthandler
import os
import threading
import warnings

from support import SECONDS, binding, expect, start

journal = binding.Journal()
inside, leave = threading.Event(), threading.Event()


def stay(n):
    inside.set()
    leave.wait()
    return n


def close_in_child():
    journal.close()


notifier = binding.Notifier()
notifier.start(lambda n: n)
reader = start(lambda: expect(journal.read(stay), 4, "what was read"))
inside.wait()
warnings.simplefilter("ignore", DeprecationWarning)  # 3.12 and later, of threads and forks
faulthandler.cancel_dump_traceback_later()  # it does not survive a fork
child = os.fork()
if child == 0:
    faulthandler.dump_traceback_later(SECONDS, exit=True)
    close_in_child()
    expect(binding.on_native_thread(lambda n: n + 1), 2, "what a thread of the child gets")
    os._exit(0)
status = os.waitpid(child, 0)[1]
if status != 0:
    os._exit(os.WEXITSTATUS(status))
faulthandler.dump_traceback_later(SECONDS, exit=True)
notifier.finish()
leave.set()
reader.join()
