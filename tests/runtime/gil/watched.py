"""What the tests of the guards share: the watchdog, in this process and in others."""

import faulthandler
import subprocess
import sys
import unittest

SECONDS = 60  # of a test; a script that it runs has half


class Watched(unittest.TestCase):
    """A deadlock ends the run with the tracebacks of all threads."""

    def setUp(self):
        faulthandler.dump_traceback_later(SECONDS, exit=True)
        self.addCleanup(faulthandler.cancel_dump_traceback_later)

    def check_script(self, script, expected):
        """The script ends well and prints what is expected."""
        done = run_script(script)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, expected, ""))


def run_script(script):
    """Runs a script in a process of its own, where it may crash or hang."""
    watchdog = f"import faulthandler; faulthandler.dump_traceback_later({SECONDS / 2}, exit=True)"
    return subprocess.run(
        [sys.executable, "-c", watchdog + "\n" + script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        universal_newlines=True,
        timeout=SECONDS,
    )
