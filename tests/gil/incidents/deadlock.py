"""A deadlock that is meant, which the watchdog has to find."""

import threading

import support  # noqa: F401


def lock_twice():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


lock_twice()
