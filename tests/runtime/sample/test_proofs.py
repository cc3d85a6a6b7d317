"""The proofs of the sample's probe build, as the generator prints them."""

import pytest
import sample
from support.gil_proof import (
    ERRORS,
    Example,
    prove_attached,
    prove_error_comes_back,
    prove_met_while_released,
    prove_condition_decides,
    prove_references_balance,
    prove_regions,
    prove_state_in_callbacks,
    prove_steered,
)

RELEASED = [
    Example(sample, "f", call="f(float, 2)", callbacks={"progress": 0}),
    Example(
        sample, "on_native_thread", call="on_native_thread(progress=abs)", callbacks={"progress": 0}
    ),
    Example(
        sample,
        "steered",
        setup="heard = []",
        call="steered(heard.append)",
        callbacks={"say": 0},
    ),
    Example(sample, "g", call="round(g(abs, 2.5))", callbacks={"progress": 0}),
    Example(sample, "Counter.tick", call="Counter(3).tick(float)", callbacks={"progress": 0}),
    Example(sample, "Counter.counted", call="Counter.counted(abs)", callbacks={"progress": 0}),
    Example(
        sample,
        "Counter.__init__",
        path="Counter",
        call="Counter(abs).size",
        callbacks={"progress": 0},
    ),
]
STORING = Example(sample, "Counter.keep", call="Counter(1).keep(abs)", callbacks={"progress": 0})
CALLING_BACK = [(example, name) for example in RELEASED for name in example.callbacks]


@pytest.mark.parametrize("example", [*RELEASED, STORING], ids=lambda example: example.name)
def test_other_threads_run_in_the_released_region(example):
    prove_met_while_released(example)


@pytest.mark.parametrize("example", RELEASED, ids=lambda example: example.name)
def test_callbacks_are_called_attached(example):
    prove_state_in_callbacks(example)


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize(
    ("example", "callback"), CALLING_BACK, ids=[example.name for example, _ in CALLING_BACK]
)
def test_an_error_in_a_callback_comes_back(example, callback, error):
    prove_error_comes_back(example, callback, error)


@pytest.mark.parametrize(
    ("example", "callback"), CALLING_BACK, ids=[example.name for example, _ in CALLING_BACK]
)
def test_callback_references_balance(example, callback):
    prove_references_balance(example, callback)


@pytest.mark.parametrize(
    "example",
    [
        Example(sample, "held", call="held(1)"),
        Example(sample, "Counter.size", call="Counter(2).size"),
    ],
    ids=lambda example: example.name,
)
def test_held_functions_are_entered_attached(example):
    prove_attached(example)


def test_steps_go_through_their_regions():
    g = Example(sample, "g", call="round(g(abs, 2.5))")
    prove_regions(g, ["detached", "attached", "detached"])
    twice = g.with_call("g(abs)", setup="g(abs)")
    prove_regions(twice, ["detached", "attached", "detached"])


def test_a_guard_is_entered_attached_and_released():
    prove_steered(Example(sample, "steered", call="steered(list)"))


@pytest.mark.parametrize("by", [2, 5000])
@pytest.mark.filterwarnings("ignore:.*half proved")
def test_the_condition_chooses_the_state(by):
    prove_condition_decides(Example(sample, "Counter.inc", call=f"Counter(3).inc({by})"))
