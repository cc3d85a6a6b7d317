"""The guards without Boost, on any CPython from 3.8 on.

Run by `python -m unittest` with the built modules on PYTHONPATH.
"""

import os
import signal
import threading
import unittest

import cases_a
import cases_b
from watched import Watched, run_script

class States(Watched):
    """The states found on the way: "A" attached, "D" detached; the last is that at the return."""

    def test_regions_nest(self):
        self.assertEqual(cases_a.regions_nest(), "ADDAADADDA")

    def test_native_thread(self):
        self.assertEqual(cases_a.native_thread(), "DDADADA")

    def test_condition(self):
        self.assertEqual(cases_a.condition(), "ADA")

    def test_with_gil_tells_whether_it_switched(self):
        self.assertEqual(cases_a.with_gil_tells_whether_it_switched(), (False, True))

    def test_guard_restores_newest_first(self):
        self.assertEqual(cases_a.guard_restores_newest_first(), "ADAAADADA")

    def test_guard_without_acquire(self):
        self.assertEqual(cases_a.guard_without_acquire(), "DDAA")

    def test_guard_on_native_thread(self):
        self.assertEqual(cases_a.guard_on_native_thread(), "DADDA")

    def test_guard_goes_deep(self):
        self.assertEqual(cases_a.guard_goes_deep(), "ADADADADA")

    def test_guard_undoes_on_a_throw(self):
        self.assertEqual(cases_a.guard_undoes_on_a_throw(), "DAA")

    def test_owns_gil(self):
        self.assertEqual(cases_a.owns_gil(), (True, False))

    def test_restore_of_nothing(self):
        with self.assertRaisesRegex(RuntimeError, "nothing is open"):
            cases_a.restore_of_nothing()


class Threads(Watched):
    def test_another_thread_runs_while_one_is_in_a_released_region(self):
        results = []
        other = threading.Thread(target=lambda: results.append(cases_a.meet()))
        other.start()
        self.assertTrue(cases_a.wait_to_be_met())
        other.join()
        self.assertEqual(results, [True])

    def test_two_modules_nest_in_both_orders(self):
        for outer, inner in ((cases_a, cases_b), (cases_b, cases_a)):
            states = outer.call_from_released_region(
                lambda: inner.call_from_native_thread(
                    lambda: outer.call_from_released_region(inner.regions_nest)
                )
            )
            self.assertEqual(states, "ADDAADADDA")

    def test_an_error_goes_through_nested_guards(self):
        def fails():
            raise KeyError("inside")

        with self.assertRaisesRegex(KeyError, "inside"):
            cases_a.call_from_released_region(lambda: cases_b.call_from_released_region(fails))
        self.assertEqual(cases_a.condition(), "ADA")


@unittest.skipUnless(os.path.exists("/proc/self/syscall"), "looks into /proc where a thread sleeps")
class Finalisation(Watched):
    """The main thread ends while another one is in C++, which then parks."""

    SCRIPT = """
import threading
import finalisation
sign = finalisation.sign()
threading.Thread(target=finalisation.{come_back}, daemon=True).start()
assert finalisation.wait_until_it_stands()
print("the main thread is done", flush=True)
"""

    def check(self, come_back):
        done = run_script(self.SCRIPT.format(come_back=come_back))
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.stdout, "the main thread is done\nparked\n")
        self.assertEqual(done.returncode, 0)

    def test_at_the_end_of_a_released_region(self):
        self.check("end_region")

    def test_where_a_guard_acquires(self):
        self.check("acquire")

    def test_on_a_native_thread(self):
        self.check("attach_native_thread")


class Misuse(Watched):
    def test_debug_builds_check_the_thread_of_a_guard(self):
        done = run_script("import cases_a; cases_a.use_guard_on_another_thread()")
        self.assertEqual(done.returncode, -signal.SIGABRT)
        self.assertIn("a gil_guard belongs to the thread that made it", done.stderr)


class Watchdog(unittest.TestCase):
    def test_the_watchdog_ends_a_deadlock(self):
        """The main thread waits for a lock that nobody frees."""
        script = (
            "import faulthandler, threading; faulthandler.dump_traceback_later(0.2, exit=True)\n"
            "lock = threading.Lock(); lock.acquire(); lock.acquire()"
        )
        done = run_script(script)
        self.assertEqual(done.returncode, 1)
        self.assertIn("Timeout", done.stderr)


if __name__ == "__main__":
    unittest.main()
