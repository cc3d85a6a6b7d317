"""The watchdog of the generated tests: a deadlock ends the run with a traceback instead of hanging.

A thread that waits for the GIL for ever cannot be interrupted from Python, so no timeout written in Python helps.
`faulthandler` waits on a thread of its own that needs no GIL. In `conftest.py`:

    from support.watchdog import watchdog  # noqa: F401

Each test then has `SECONDS` seconds; after that the tracebacks of all threads are printed and the process
exits with status 1. The environment variable `GEN_BINDINGS_TEST_SECONDS` changes the limit, for slow machines and debuggers.
"""

import faulthandler
import os
import sys

import pytest

SECONDS = float(os.environ.get("GEN_BINDINGS_TEST_SECONDS", "60"))

# pytest replaces the descriptor behind sys.stderr while a test runs; a copy made now still reaches the terminal.
_terminal = os.fdopen(os.dup(sys.__stderr__.fileno()), "w")


@pytest.fixture(autouse=True)
def watchdog():
    """Ends the process with the tracebacks of all threads if one test takes longer than SECONDS."""
    faulthandler.dump_traceback_later(SECONDS, exit=True, file=_terminal)
    yield
    faulthandler.cancel_dump_traceback_later()
