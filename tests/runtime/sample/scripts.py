"""Runs a script on the sample in a process of its own, where it may crash or hang."""

import subprocess
import sys

WATCHDOG = "import faulthandler; faulthandler.dump_traceback_later(30, exit=True)\n"


def run_script(script):
    return subprocess.run(
        [sys.executable, "-c", WATCHDOG + script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        universal_newlines=True,
        timeout=50,
    )
