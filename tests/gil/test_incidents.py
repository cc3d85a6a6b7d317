"""Each incident happens with the naive bindings, for the reason stated in the table, and not with ours."""

import json
import os
import subprocess

import pytest
from conftest import EXITS, FOLDER, ROWS
from table import INCIDENTS, Deadlock, Fine

EXIT_SECONDS = 10


@pytest.mark.parametrize("binding", ["naive", "ours"])
@pytest.mark.parametrize("incident", INCIDENTS, ids=lambda incident: incident.script)
def test_incident(incident, binding, runs):
    expected = getattr(incident, binding)
    done = runs.started[incident.script, binding].result()
    as_expected = expected.found_in(done)
    runs.found[incident.script, binding] = str(expected) if as_expected else "UNEXPECTED"
    assert as_expected, report(expected, done)


@pytest.mark.parametrize("incident", [i for i in INCIDENTS if i.checked], ids=lambda i: i.script)
def test_a_spec_that_is_as_naive_is_not_passed_over(incident, runs):
    spec = os.path.join(FOLDER, "naive", "specs", f"{incident.script}.spec.json")
    command = [*json.loads(os.environ["GEN_BINDINGS_COMMAND"]), "check", spec]
    check = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True
    )
    found = f": {incident.checked}: " in check.stderr
    runs.found[incident.script, "check"] = incident.checked if found else "UNEXPECTED"
    assert found, check.stdout + check.stderr
    assert check.returncode == (1 if incident.checked.startswith("error") else 0)


def test_the_table_has_every_row():
    assert {incident.row for incident in INCIDENTS} == {f"F{n:02}" for n in range(1, ROWS + 1)}


def test_the_watchdog_finds_a_deadlock(runs):
    done = runs.start("deadlock", "ours", 1).result()
    expected = Deadlock("in lock_twice")
    assert expected.found_in(done), report(expected, done)
    assert not Fine().found_in(done)


def test_the_interpreter_ends_while_native_threads_call_back(runs):
    started = [runs.start("exit_while_calling_back", "ours", EXIT_SECONDS) for _ in range(EXITS)]
    ended = [each.result() for each in started]
    failed = [each for each in ended if not Fine().found_in(each) or each.seconds > EXIT_SECONDS]
    runs.exits = EXITS - len(failed)
    assert not failed, report(Fine(), failed[0])


def report(expected, done):
    ended = f"status: {done.status}, after {done.seconds:.1f} s"
    return "\n".join([f"expected: {expected!r}", ended, done.output, done.errors])
