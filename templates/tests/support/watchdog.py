"""The watchdog of the tests: a deadlock ends the run with tracebacks instead of hanging.

A thread that waits for the GIL for ever cannot be interrupted from Python, so no timeout written in
Python helps. `faulthandler` waits on a thread of its own, which needs no GIL. In `conftest.py`:

    from support.watchdog import watchdog  # noqa: F401

Then each test has SECONDS seconds, after which the tracebacks of all threads are printed and the
process exits with status 1. The environment variable GEN_BINDINGS_TEST_SECONDS sets another limit,
for slow machines and for debuggers.
"""

import faulthandler
import functools
import os
import sys

import pytest

SECONDS = float(os.environ.get("GEN_BINDINGS_TEST_SECONDS", "60"))


@pytest.fixture(autouse=True)
def watchdog(pytestconfig):
    """Ends the process with the tracebacks of all threads if the test takes longer than SECONDS."""
    faulthandler.dump_traceback_later(SECONDS, exit=True, file=_terminal(pytestconfig))
    yield
    faulthandler.cancel_dump_traceback_later()


@functools.lru_cache(maxsize=None)
def _terminal(config):
    # While a test runs, pytest keeps stderr in a file that dies with the process.
    capture = config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        return os.fdopen(os.dup(sys.__stderr__.fileno()), "w")
