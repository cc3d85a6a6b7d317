"""Runs the scripts, two at a time, each in a process of its own; prints the table and the figures."""

import concurrent.futures
import os
import signal
import subprocess
import sys
import tempfile
import time

import pytest
from table import INCIDENTS, Done

AT_ONCE = 2
ROWS = 23
EXITS = 100

# A deadlock that is expected costs as long as its watchdog; one that is not may take its time.
WATCHDOG_SECONDS = {"naive": 3, "ours": 30}

GRACE_SECONDS = 60

FOLDER = os.path.dirname(os.path.abspath(__file__))


class Runs:
    """Scripts that run in the background, and what was found."""

    def __init__(self):
        self.pool = concurrent.futures.ThreadPoolExecutor(AT_ONCE)
        self.started = {}
        self.found = {}
        self.exits = None

    def start(self, script, binding, seconds, environment=()):
        return self.pool.submit(run, script, binding, seconds, environment)

    def start_incident(self, incident, binding):
        self.started[incident.script, binding] = self.start(
            incident.script, binding, WATCHDOG_SECONDS[binding], incident.environment
        )

    def end(self):
        self.pool.shutdown()


def run(script, binding, seconds, environment):
    """The watchdog inside ends a deadlock; the timeout is for a process in which that fails."""
    command = [
        sys.executable,
        os.path.join(FOLDER, "incidents", f"{script}.py"),
        binding,
        str(seconds),
    ]
    # Files and not pipes, which a forked child that hangs would hold open.
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        started = time.monotonic()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            env={**os.environ, **dict(environment)},
            start_new_session=True,
        )
        try:
            process.wait(seconds + GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            pass
        ended = time.monotonic()
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # nobody is left
        process.wait()
        return Done(process.returncode, read(output), read(errors), ended - started)


def read(file):
    file.seek(0)
    return file.read()


def pytest_configure(config):
    config.incident_runs = Runs()


def pytest_unconfigure(config):
    config.incident_runs.end()


def pytest_collection_finish(session):
    for item in session.items:
        if "binding" in item.fixturenames:
            session.config.incident_runs.start_incident(**item.callspec.params)


@pytest.fixture
def runs(request):
    return request.config.incident_runs


def pytest_terminal_summary(terminalreporter, config):
    runs = config.incident_runs
    if not runs.found:
        return
    write = terminalreporter.write_line
    rows = {}
    write(line("row", "naive", "ours", "check", "incident"))
    for incident in INCIDENTS:
        expected = (str(incident.naive), str(incident.ours), incident.checked)
        found = tuple(
            runs.found.get((incident.script, by), "") for by in ("naive", "ours", "check")
        )
        rows.setdefault(incident.row, []).append(found == expected)
        write(line(incident.row, *found, f"{incident.title} ({incident.record})"))
    write(figure("incidents", sum(map(all, rows.values())), ROWS))
    if runs.exits is not None:
        write(figure("exits-while-calling-back", runs.exits, EXITS))


def line(row, naive, ours, check, title):
    return f"{row:5}{naive:13}{ours:12}{check:16}{title}"


def figure(name, value, bound):
    return f"figure: {name} = {value} (bound >= {bound}) {'holds' if value >= bound else 'short'}"
