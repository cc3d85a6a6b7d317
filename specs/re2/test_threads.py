"""Four threads work on one large text at once, while the main thread counts."""

import functools
import itertools
import operator
import sys
import threading

import pytest
from re2 import RE2

THREADS = 4
#: Watchdog of the wait for all threads to start, in seconds.
TIMEOUT = 60.0
#: Letters of two bytes in UTF-8, so that code points have to be counted; each piece of work takes a while.
LETTERS = 6_000_000
LARGE_TEXT = "ä" * LETTERS + "end"
PATTERN = RE2("(ä*)(end)")

call = operator.methodcaller("__call__")


@pytest.fixture(autouse=True)
def eager_threads():
    """Whoever has the GIL soon gives it up, so that all threads are in C++ before the first is done."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-4)
    yield
    sys.setswitchinterval(interval)


def spans(match):
    return [match.span(group) for group in range(3)]


@pytest.mark.parametrize(
    ["work", "result", "expected"],
    [
        (PATTERN.PartialMatch, spans, [(0, LETTERS + 3), (0, LETTERS), (LETTERS, LETTERS + 3)]),
        (PATTERN.FullMatch, spans, [(0, LETTERS + 3), (0, LETTERS), (LETTERS, LETTERS + 3)]),
        (functools.partial(PATTERN.Replace, rewrite=r"\2"), tuple, ("end", True)),
        (functools.partial(PATTERN.GlobalReplace, rewrite=r"\2"), tuple, ("end", 1)),
    ],
    ids=["PartialMatch", "FullMatch", "Replace", "GlobalReplace"],
)
def test_four_threads_work_while_the_main_thread_counts(work, result, expected):
    counter = itertools.count()
    start = threading.Barrier(THREADS + 1, timeout=TIMEOUT)
    rows = []

    def run():
        start.wait()
        # A single call in C, in which the interpreter never lets another thread run by itself: what
        # is counted between the first step and the last is counted because C++ released the GIL.
        steps = [counter.__next__, functools.partial(work, LARGE_TEXT), counter.__next__]
        rows.append(list(map(call, steps)))

    threads = [threading.Thread(target=run, daemon=True) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    start.wait()
    while any(thread.is_alive() for thread in threads):
        next(counter)

    assert [result(done) for _, done, _ in rows] == [expected] * THREADS
    last_to_enter = max(entered for entered, _, _ in rows)
    first_to_leave = min(left for _, _, left in rows)
    # Between these two all four were in C++, and nobody but the main thread was left to count.
    assert first_to_leave - last_to_enter > 1
