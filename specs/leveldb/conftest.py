"""What the tests of the bindings of LevelDB share: a watchdog, and databases in new folders."""

import faulthandler
import os

import leveldb
import pytest
from orders import Backwards, options_with

#: After this many seconds a test ends the run with the tracebacks of all threads.
SECONDS = 120


@pytest.fixture(autouse=True)
def watchdog(pytestconfig):
    # A deadlock over the GIL cannot be interrupted from Python; faulthandler needs no GIL. While a
    # test runs, pytest keeps stderr in a file that dies with the process.
    capture = pytestconfig.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        terminal = os.fdopen(os.dup(2), "w")
    with terminal:
        faulthandler.dump_traceback_later(SECONDS, exit=True, file=terminal)
        yield
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture
def folder(tmp_path):
    return str(tmp_path / "database")


@pytest.fixture
def database(folder):
    return leveldb.DB.Open(options_with(), folder)


@pytest.fixture
def backwards(folder):
    """A database that is ordered in Python, from the last key to the first."""
    return leveldb.DB.Open(options_with(Backwards()), folder)
