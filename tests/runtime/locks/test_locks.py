"""Locks on C++ objects, on any CPython from 3.8 on."""

import threading
import unittest

import locks
from watched import Watched, run_script

LOCKED = ("held", "released", "member", "module", "two", "two, other order")
OF_THE_OBJECT = ("held", "released", "two", "two, other order")
THREADS = 8


def on_threads(work, arguments):
    threads = [threading.Thread(target=work, args=(each,)) for each in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


class Increments(Watched):
    """Each thread reads, meets the others if they are there too, and writes."""

    def increment(self, policies):
        locks.begin(len(policies))
        on_threads(locks.increment, policies)
        return locks.value()

    def test_none_is_lost_under_a_lock(self):
        for policy in LOCKED:
            with self.subTest(policy):
                self.assertEqual(self.increment([policy] * THREADS), THREADS)

    def test_held_and_released_calls_exclude_each_other(self):
        self.assertEqual(self.increment(["held", "released"] * (THREADS // 2)), THREADS)
        self.assertEqual(self.increment(OF_THE_OBJECT * 2), THREADS)

    def test_all_but_one_are_lost_without(self):
        for policy in ("naive held", "naive released"):
            with self.subTest(policy):
                self.assertEqual(self.increment([policy] * THREADS), 1)

    def test_many_in_a_row(self):
        rounds = 2000

        def add(policy):
            for _ in range(rounds):
                locks.add_one(policy)

        for policies in (OF_THE_OBJECT * 2, ["member"] * THREADS, ["module"] * THREADS):
            with self.subTest(policies):
                locks.begin(0)
                on_threads(add, policies)
                self.assertEqual(locks.value(), rounds * THREADS)


class Several(Watched):
    def test_each_is_locked_once_in_one_order(self):
        self.assertEqual(locks.orders(), "12.. 12.. 1. free")

    def test_one_after_the_other_is_a_deadlock(self):
        script = "import locks; faulthandler.dump_traceback_later(1, exit=True)\n"
        done = run_script(script + "locks.naive_orders()")
        self.assertEqual(done.returncode, 1)
        self.assertIn("Timeout", done.stderr)

    def test_an_object_shares_its_lock_with_its_bases(self):
        self.assertEqual(locks.shared_locks(), "y" * 13)


class CallingBack(Watched):
    def test_a_callback_may_re_enter(self):
        for policy in LOCKED:
            with self.subTest(policy):
                locks.begin(1)
                deep = lambda: locks.call_back(policy, lambda: locks.increment(policy))
                locks.call_back(policy, deep)
                self.assertEqual(locks.value(), 1)
                self.assertTrue(locks.is_free())

    def test_others_wait_until_the_outermost_call_is_done(self):
        free = []

        def re_enter():
            locks.call_back("released", lambda: None)
            free.append(locks.is_free())

        locks.call_back("held", re_enter)
        self.assertEqual([*free, locks.is_free()], [False, True])

    def test_a_throw_frees_the_lock(self):
        for policy in OF_THE_OBJECT:
            with self.subTest(policy), self.assertRaisesRegex(RuntimeError, "the callable raised"):
                locks.call_back(policy, lambda: 1 / 0)
            self.assertTrue(locks.is_free())


CONTENDED = """
import locks, threading
holds = threading.Event()

def held():
    holds.set()
    locks.wait_until_waiting(1)  # detached; then the owner of the lock wants the GIL

owner = threading.Thread(target=locks.call_back, args=("{owner}", held))
locks.begin(1)
owner.start()
holds.wait()
locks.increment("{waits}")
owner.join()
print(locks.value())
"""


class Contended(Watched):
    """The owner of a lock wants the GIL while an attached thread wants the lock."""

    def test_it_waits_detached(self):
        for policy in LOCKED:
            with self.subTest(policy):
                self.check_script(CONTENDED.format(owner=policy, waits=policy), "1\n")

    def test_who_waits_attached_is_a_deadlock(self):
        script = "faulthandler.dump_traceback_later(1, exit=True)\n"
        script += CONTENDED.format(owner="member", waits="naive wait")
        done = run_script(script)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("Timeout", done.stderr)


if __name__ == "__main__":
    unittest.main()
