"""Thread states of native threads: pinned, left behind, cleared."""

import sys
import threading
import unittest
import weakref

import native_a
import native_b
from watched import Watched


class Counter:
    """Counts its calls for each thread state, as `threading.local` lives in it."""

    def __init__(self):
        self.local = threading.local()
        self.counts = []

    def __call__(self):
        self.local.count = getattr(self.local, "count", 0) + 1
        self.counts.append(self.local.count)


class Value:
    """Can be watched."""


@unittest.skipUnless(sys.platform.startswith("linux"), "threads are not pinned elsewhere")
class Pinned(Watched):
    def check(self, call, expected):
        counter = Counter()
        call(counter)
        self.assertEqual(counter.counts, expected)

    def test_a_thread_keeps_its_state(self):
        self.check(native_a.three_calls, [1, 2, 3])

    def test_each_thread_has_its_own(self):
        counter = Counter()
        native_a.three_calls(counter)
        native_a.three_calls(counter)
        self.assertEqual(counter.counts, [1, 2, 3, 1, 2, 3])

    def test_foreign_code_between_uses_the_same(self):
        self.check(native_a.foreign_between, [1, 2, 3, 4])

    def test_a_foreign_state_is_not_pinned(self):
        self.check(native_a.foreign_around, [1, 2, 1])

    def test_two_modules_share_it(self):
        other = native_b.attaching_function()
        self.check(lambda counter: native_a.take_turns(other, counter), [1, 2, 3, 4])

    def test_a_thread_may_attach_while_it_ends(self):
        """First in the function and a thread_local object, with the pin; then without."""
        self.check(native_a.call_at_thread_exit, [1, 2, 1])
        self.check(native_a.three_calls, [1, 2, 3])


class LeftBehind(Watched):
    def test_what_a_state_holds_dies_once_its_thread_has_ended(self):
        local = threading.local()
        watched = []

        def keep():
            local.value = Value()
            watched.append(weakref.ref(local.value))

        native_a.three_calls(keep)
        self.assertEqual([reference() for reference in watched], [None, None, None])

    def test_a_destructor_may_call_back(self):
        local = threading.local()
        called = []

        class Calling:
            def __del__(self):
                native_a.three_calls(lambda: called.append(self))

        def keep():
            if not hasattr(local, "value"):
                local.value = Calling()

        native_a.three_calls(keep)
        self.assertEqual(len(called), 3)

    def test_an_exit_does_not_wait_for_who_joins_attached(self):
        script = "import native_a; native_a.join_attached(lambda: None); print('joined')"
        self.check_script(script, "joined\n")

    def test_a_pinned_thread_may_outlive_the_interpreter(self):
        script = (
            "import native_a; native_a.outlive(lambda: None)\n"
            "native_a.three_calls(lambda: None); print('done', flush=True)"
        )
        self.check_script(script, "done\njoined\n")

    def test_threads_come_and_go_among_python_threads(self):
        barrier = threading.Barrier(4)
        failures = []

        def work(module):
            barrier.wait(20)
            for _ in range(50):
                counter = Counter()
                module.three_calls(counter)
                if counter.counts != [1, 2, 3] or not module.knows_this_thread():
                    failures.append(counter.counts)

        threads = [threading.Thread(target=work, args=(m,)) for m in (native_a, native_b) * 2]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])


if __name__ == "__main__":
    unittest.main()
