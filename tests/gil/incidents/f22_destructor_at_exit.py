"""F22: a destructor that waits for a thread that calls back, when the interpreter ends.

It is over before the interpreter finalises, while the steps of atexit are taken, the newest first.
"""

import atexit

atexit.register(print, "the oldest step of atexit", flush=True)

from support import binding  # noqa: E402

# A function of this module would keep the module's names alive, and so the worker for ever.
worker = binding.LastingWorker(abs)
