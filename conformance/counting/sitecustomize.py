"""Counts the doctest examples that a script runs and those that fail, and leaves the script as it is.

Python imports a module of this name when it starts. The counts are written on exit, to the file that the
environment variable GEN_BINDINGS_DOCTEST_COUNTS names.
"""

import atexit
import doctest
import json
import os

counts = {"examples": 0, "failures": 0}
run = doctest.DocTestRunner.run


def counting_run(self, *args, **keywords):
    results = run(self, *args, **keywords)
    counts["examples"] += results.attempted
    counts["failures"] += results.failed
    return results


def write_counts():
    with open(os.environ["GEN_BINDINGS_DOCTEST_COUNTS"], "w") as file:
        json.dump(counts, file)


doctest.DocTestRunner.run = counting_run
atexit.register(write_counts)
