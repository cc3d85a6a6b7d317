"""F20: C++ forks where it is detached, another thread has the GIL, and the child attaches.

It can't: it is to be ended with a message, and not to hang.
"""

import signal

from support import binding, expect, start


def fork_and_attach():
    return binding.fork_and_attach()


def hold():
    binding.wait_until_released()
    binding.hold_through_fork()


holder = start(hold)
expect(fork_and_attach(), -signal.SIGABRT, "the status of the child")
holder.join()
