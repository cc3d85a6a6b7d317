"""What a process does to its threads: it forks, and it ends."""

import signal
import unittest

from watched import Watched, run_script

CHILD_OF_OS_FORK = """
import os, sys, threading, warnings
import process

warnings.simplefilter("ignore", DeprecationWarning)  # 3.12 and later, of threads and forks

inside, leave, said = threading.Event(), threading.Event(), threading.Event()

def stay():
    inside.set()
    leave.wait()

other = threading.Thread(target=process.call_from_native_thread, args=(stay,))
other.start()
inside.wait()
process.call_from_native_thread(lambda: None)  # leaves its state behind
faulthandler.cancel_dump_traceback_later()  # it does not survive a fork
child = os.fork()
faulthandler.dump_traceback_later(20, exit=True)
if child == 0:
    process.call_from_native_thread(said.set)
    {as_child}
leave.set()
other.join()
print(os.waitpid(child, 0)[1])
"""


class Fork(Watched):
    """While another thread is inside Python, with a state that is pinned."""

    def test_the_child_of_os_fork_calls_back(self):
        script = CHILD_OF_OS_FORK.format(as_child="os._exit(0 if said.is_set() else 1)")
        self.check_script(script, "0\nstatic destructors ran\n")

    def test_the_child_of_os_fork_ends_without_waiting_for_threads_that_are_gone(self):
        script = CHILD_OF_OS_FORK.format(as_child="sys.exit(0 if said.is_set() else 1)")
        said = "static destructors ran\n"
        self.check_script(script, f"{said}0\n{said}")


class RawFork(Watched):
    """Of a process with one thread: a sanitizer's runtime may be in the middle of starting another,
    and its locks would stay taken in the child. So the watchdog's thread ends before."""

    def check(self, function, status):
        alone = "faulthandler.cancel_dump_traceback_later()"
        done = run_script(f"import process; {alone}; print(process.{function})")
        self.assertEqual(done.stdout, f"{status}\nstatic destructors ran\n")
        self.assertEqual(done.returncode, 0)
        return done.stderr

    def test_a_detached_child_must_not_attach(self):
        said = self.check("fork_and_attach()", -signal.SIGABRT)
        self.assertIn("forked from a thread that had released the GIL", said)

    def test_nor_come_back_from_its_region(self):
        said = self.check("fork_and_come_back()", -signal.SIGABRT)
        self.assertIn("forked from a thread that had released the GIL", said)

    def test_a_detached_child_may_execute_another_program(self):
        self.assertEqual(self.check("fork_and_execute()", 7), "")

    def test_a_detached_child_may_exit(self):
        self.assertEqual(self.check("fork_and_exit()", 7), "")

    def test_an_attached_child_goes_on(self):
        self.assertEqual(self.check("fork_attached(lambda: None)", 7), "")


class Closing(Watched):
    def test_native_threads_call_back_while_the_interpreter_ends(self):
        script = (
            "import process, threading; called = threading.Event()\n"
            "process.call_for_ever(16, called.set); called.wait(); print('done')"
        )
        for _ in range(10):
            self.check_script(script, "done\nstatic destructors ran\n")

    def test_who_is_inside_may_finish(self):
        script = (
            "import process; process.stay_inside(lambda: print('finished', flush=True))\n"
            "print('done', flush=True)"
        )
        self.check_script(script, "done\nfinished\nstatic destructors ran\n")

    def test_a_destructor_that_waits_for_a_callback_does_not_hang(self):
        script = "import process; process.block_at_closing(lambda: None); print('done', flush=True)"
        self.check_script(script, "done\ncalled, detached\nstatic destructors ran\n")

    def test_the_newest_step_is_first_and_a_dropped_one_is_forgotten(self):
        script = (
            "import process; process.print_at_closing('first')\n"
            "process.print_at_closing('second'); print('done', flush=True)"
        )
        self.check_script(script, "done\nsecond\nfirst\nstatic destructors ran\n")

    def test_later_steps_may_call_back_on_their_own_thread_only(self):
        script = (
            "import atexit\n"
            "atexit.register(lambda: process.call_from_native_thread(lambda: print('other')))\n"
            "atexit.register(lambda: process.call_from_region(lambda: print('own', flush=True)))\n"
            "import process"
        )
        self.check_script(script, "own\nstatic destructors ran\n")


if __name__ == "__main__":
    unittest.main()
