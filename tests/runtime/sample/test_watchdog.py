"""The watchdog of the generated tests, seen from outside."""

import os
import subprocess
import sys

CONFTEST = "from support.watchdog import watchdog  # noqa: F401\n"
DEADLOCK = """
import threading

def test_deadlock():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
"""


def test_a_deadlock_ends_the_run_with_a_traceback(tmp_path):
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_deadlock.py").write_text(DEADLOCK)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", str(tmp_path)],
        env={**os.environ, "GEN_BINDINGS_TEST_SECONDS": "0.5"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        universal_newlines=True,
        timeout=50,
    )
    assert done.returncode == 1
    assert "Timeout" in done.stderr
    assert "in test_deadlock" in done.stderr
