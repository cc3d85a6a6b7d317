"""Counts the doctest examples that a script runs and those that fail, and leaves the script as it is.

Python imports a module of this name when it starts. The counts are written on exit, to the file that the
environment variable GEN_BINDINGS_DOCTEST_COUNTS names, with the sources of those that failed.
"""

import atexit
import doctest
import json
import os

counts = {"examples": 0, "failures": 0, "failed": []}
run = doctest.DocTestRunner.run
report_failure = doctest.DocTestRunner.report_failure
report_unexpected_exception = doctest.DocTestRunner.report_unexpected_exception


def counting_run(self, *args, **keywords):
    results = run(self, *args, **keywords)
    counts["examples"] += results.attempted
    counts["failures"] += results.failed
    return results


def recording_failure(self, out, test, example, got):
    counts["failed"].append(example.source)
    report_failure(self, out, test, example, got)


def recording_unexpected_exception(self, out, test, example, exc_info):
    counts["failed"].append(example.source)
    report_unexpected_exception(self, out, test, example, exc_info)


def write_counts():
    with open(os.environ["GEN_BINDINGS_DOCTEST_COUNTS"], "w") as file:
        json.dump(counts, file)


doctest.DocTestRunner.run = counting_run
doctest.DocTestRunner.report_failure = recording_failure
doctest.DocTestRunner.report_unexpected_exception = recording_unexpected_exception
atexit.register(write_counts)
