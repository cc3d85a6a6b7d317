"""A pytest plugin that writes down the counts, into the folder GEN_BINDINGS_PYTEST_COUNTS names.

One program may run pytest several times; each run writes a file of its own.
"""

import json
import os
import uuid

counts = {"passed": 0, "failed": 0, "failures": [], "skips": []}


def pytest_runtest_logreport(report):
    """Each test is reported for its set-up, its call and its tear-down."""
    if report.failed:
        note_failure(report)
    elif report.skipped:
        note_skip(report)
    elif report.when == "call":
        counts["passed"] += 1


def pytest_collectreport(report):
    """A file that can't be loaded has no tests that could fail."""
    if report.failed:
        note_failure(report)
    elif report.skipped:
        note_skip(report)


def pytest_sessionfinish():
    folder = os.environ["GEN_BINDINGS_PYTEST_COUNTS"]
    with open(os.path.join(folder, f"{uuid.uuid4()}.json"), "w", encoding="utf-8") as file:
        json.dump(counts, file)


def note_failure(report):
    counts["failed"] += 1
    # The last line that pytest marks as the error; the whole traceback where there is none.
    text = str(report.longrepr)
    errors = [line for line in text.splitlines() if line.startswith("E ")]
    counts["failures"].append(f"{report.nodeid}: {errors[0] if errors else text}")


def note_skip(report):
    # For a skip, pytest gives file, line and reason; for an expected failure, its traceback.
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else "expected to fail"
    counts["skips"].append({"test": report.nodeid, "reason": reason.replace("Skipped: ", "", 1)})
