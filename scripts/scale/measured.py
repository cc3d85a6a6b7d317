"""Starts a compiler, as a launcher of CMake's, and notes what it took.

    measured.py RECORD COMMAND...

adds a line to the file RECORD: seconds of processor time, and kilobytes at the peak.
"""

import resource
import subprocess
import sys

status = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "a") as record:
    record.write(f"{used.ru_utime + used.ru_stime:.3f} {used.ru_maxrss}\n")
sys.exit(status)
