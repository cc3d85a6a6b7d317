"""A process forks while locks are held."""

import unittest

from watched import Watched

PREPARE = """
import locks, os, sys, threading, warnings
warnings.simplefilter("ignore", DeprecationWarning)  # 3.12 and later, of threads and forks
locks.begin(1)

def fork():
    faulthandler.cancel_dump_traceback_later()  # it does not survive a fork
    child = os.fork()
    faulthandler.dump_traceback_later(20, exit=True)
    return child

def wait_for(child):
    print(os.waitpid(child, 0)[1])
"""

OF_ANOTHER_THREAD = """
inside, leave = threading.Event(), threading.Event()

def stay():
    inside.set()
    leave.wait()

owner = threading.Thread(target=locks.call_back, args=("released", stay))
owner.start()
inside.wait()
waiting = threading.Thread(target=locks.increment, args=("held",))
waiting.start()
locks.wait_until_waiting(1)
child = fork()
if child == 0:
    locks.increment("held")
    other = threading.Thread(target=locks.call_back, args=("released", lambda: None))
    other.start()
    other.join()
    os._exit(locks.value())
leave.set()
owner.join()
waiting.join()
wait_for(child)
"""

OF_ITS_OWN = """
others = []

def fork_inside():
    global child
    child = fork()
    if child != 0:
        return
    others.append(threading.Thread(target=locks.increment, args=("held",)))
    others[0].start()
    locks.wait_until_waiting(1)
    assert locks.value() == 0

locks.call_back("{policy}", lambda: locks.call_back("held", fork_inside))
if child == 0:
    others[0].join()
    os._exit(locks.value())
wait_for(child)
"""

IN_A_LOOK_UP = """
go_on = [True]

def add():
    while go_on:
        locks.add_one("released")

threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
ended = []
for _ in range(20):
    child = fork()
    if child == 0:
        locks.add_one("held")
        os._exit(0)
    ended.append(os.waitpid(child, 0)[1])
    if ended[-1] != 0:
        break
go_on.clear()
for thread in threads:
    thread.join()
print(set(ended))
"""


class Fork(Watched):
    def test_what_another_thread_held_is_free_in_the_child(self):
        self.check_script(PREPARE + OF_ANOTHER_THREAD, "256\n")

    def test_what_the_forking_thread_holds_stays_locked(self):
        for policy in ("held", "released"):
            with self.subTest(policy):
                self.check_script(PREPARE + OF_ITS_OWN.format(policy=policy), "256\n")

    def test_while_others_lock_and_unlock(self):
        self.check_script(PREPARE + IN_A_LOOK_UP, "{0}\n")


if __name__ == "__main__":
    unittest.main()
