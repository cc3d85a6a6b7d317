"""Runs a command, and prints the seconds of the processor that it and all its children took.

    spend.py COMMAND ...
    spend.py --memory COMMAND ...    behind a blank, the megabytes that the largest of them held at once
"""

import resource
import subprocess
import sys

arguments = sys.argv[1:]
with_memory = arguments[0] == "--memory"
command = arguments[1:] if with_memory else arguments
result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
if result.returncode != 0:
    sys.exit(result.stdout)
spent = resource.getrusage(resource.RUSAGE_CHILDREN)
# Linux counts in kilobytes, macOS in bytes.
unit = 1e6 if sys.platform == "darwin" else 1e3
print(spent.ru_utime + spent.ru_stime, *([spent.ru_maxrss / unit] if with_memory else []))
