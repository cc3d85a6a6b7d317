"""Contract mode: a state that is not as declared ends the process with a message."""

import signal

from scripts import run_script


def test_a_broken_contract_names_the_callable_and_its_policy():
    done = run_script("import sample; sample.break_contract()")
    assert done.returncode == -signal.SIGABRT
    assert done.stderr.startswith(
        "gen-bindings: GIL contract broken in break_contract (release): "
        "its C++ is declared detached and is attached\n"
    )
