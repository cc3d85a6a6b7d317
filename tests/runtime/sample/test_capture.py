"""How the proofs get at an example's arguments, and that one with nothing to look at fails."""

from types import ModuleType

import pytest
import sample
from support.examples import prove_returns
from support.gil_proof import (
    Example,
    prove_attached,
    prove_condition_decides,
    prove_error_comes_back,
    prove_met_while_released,
    prove_references_balance,
    prove_regions,
    prove_state_in_callbacks,
    prove_steered,
)


def example(name, call, **more):
    return Example(sample, name, call=call, callbacks={"progress": 0}, **more)


@pytest.mark.parametrize(
    ("name", "call", "path"),
    [
        ("f", "f(abs, 2)", None),
        ("f", "str(f(progress=abs))", None),
        ("Counter.tick", "Counter(3).tick(abs)", None),
        ("Counter.counted", "Counter.counted(abs).size", None),
        ("Counter.__init__", "Counter(abs).size", "Counter"),
    ],
)
def test_a_callback_is_replaced_in_the_actual_arguments(name, call, path):
    heard = []

    def progress(x):
        heard.append(x)
        return x

    captured = example(name, call, path=path).captured()
    assert captured.argument("progress") is abs
    captured.replaced("progress", progress)()
    assert heard


def test_capturing_leaves_the_callable_as_it_was():
    before = dict(vars(sample)), dict(vars(sample.Counter))
    example("f", "f(abs)").captured()
    example("Counter.tick", "Counter(1).tick(abs)").captured()
    example("Counter.__init__", "Counter(abs)", path="Counter").captured()
    assert (dict(vars(sample)), dict(vars(sample.Counter))) == before


class Clock:
    """Has a setter that takes a callback."""

    heard = None

    @property
    def on_tick(self):
        return self.heard

    @on_tick.setter
    def on_tick(self, callback):
        self.heard = callback(1)


def module_of(name, **contents):
    module = ModuleType(name)
    vars(module).update(contents)
    return module


@pytest.mark.parametrize(
    ("setup", "call"),
    [
        ("clock = Clock(); clock.on_tick = abs", "clock.on_tick"),
        ("clock = Clock()", "setattr(clock, 'on_tick', abs)"),
    ],
)
def test_a_callback_is_replaced_in_an_assignment(setup, call):
    before = dict(vars(Clock))
    setting = Example(
        module_of("clocks", Clock=Clock),
        "Clock.on_tick.set",
        path="Clock.on_tick",
        setup=setup,
        call=call,
        callbacks={"value": 0},
    )
    captured = setting.captured()
    assert dict(vars(Clock)) == before
    assert captured.argument("value") is abs
    heard = []
    captured.replaced("value", heard.append)()
    assert heard == [1]


def test_a_method_called_set_is_no_setter():
    class Dial:
        def set(self, callback):
            return callback(2)

    method = Example(
        module_of("dials", Dial=Dial), "Dial.set", call="Dial().set(abs)", callbacks={"to": 0}
    )
    assert method.captured().replaced("to", float)() == 2.0


def test_a_function_may_be_named_like_its_module():
    module = module_of("twice", twice=lambda n: 2 * n)
    assert Example(module, "twice", call="twice(21)").run() == 42
    prove_returns(module, "twice(21)", "42")


def test_the_name_of_the_module_is_the_module():
    module = module_of("numbers", answer=42)
    assert Example(module, "answer", call="numbers.answer").run() == 42
    prove_returns(module, "numbers.answer", "42")


def test_a_callback_left_to_its_default_is_passed_by_name():
    heard = []
    steered = Example(sample, "steered", call="steered()", callbacks={"say": 0})
    assert steered.captured().replaced("say", heard.append)() == 42
    assert heard == ["half way"]
    with pytest.raises(AssertionError, match="passes nothing"):
        steered.captured().argument("say")


def test_setup_runs_first():
    prove_met_while_released(
        example(
            "Counter.tick", "counter.tick(function)", setup="counter = Counter(1); function = abs"
        )
    )


@pytest.mark.parametrize(
    ("prove", "reason"),
    [
        (lambda: example("f", "held(1)").captured(), "does not call f"),
        (lambda: prove_met_while_released(example("f", "held(1)")), "entered no region of f"),
        (
            lambda: prove_met_while_released(example("held", "held(1)")),
            "entered no released region",
        ),
        (lambda: prove_attached(example("f", "f(abs)")), "entered a released region"),
        (lambda: prove_regions(example("f", "held(1)"), ["attached"]), "entered no region of f"),
        (
            lambda: prove_regions(example("g", "g(abs)"), ["detached", "attached"]),
            "were .'detached', 'attached', 'detached'., not .'detached', 'attached'.",
        ),
        (
            lambda: prove_regions(example("g", "g(abs)"), ["detached", "attached", "attached"]),
            "were .'detached', 'attached', 'detached'., not",
        ),
        (
            lambda: prove_regions(
                example("g", "g(abs)"), ["detached", "attached", "detached", "attached"]
            ),
            "were .'detached', 'attached', 'detached'., not",
        ),
        (lambda: prove_steered(example("f", "held(1)")), "entered no region of f"),
        (lambda: prove_steered(example("f", "f(abs)")), "f was not entered attached"),
        (lambda: prove_attached(Example(pytest, "f", call="1")), "is no probe build"),
    ],
)
def test_a_proof_with_nothing_to_look_at_fails(prove, reason):
    with pytest.raises(AssertionError, match=reason):
        prove()


@pytest.mark.parametrize(
    ("prove", "reason"),
    [
        (lambda: prove_state_in_callbacks(example("f", "f(abs, 0)")), "calls no callback"),
        (
            lambda: prove_error_comes_back(example("f", "f(abs, 0)"), "progress", ValueError),
            "does not call 'progress'",
        ),
    ],
)
def test_a_callback_that_is_never_called_is_unproved(prove, reason):
    with pytest.raises(pytest.skip.Exception, match=f"unproved: .*{reason}"):
        prove()


def test_a_guard_that_never_releases_is_not_proved():
    held = example("held", "held(1)")
    with pytest.raises(AssertionError, match="no example of held enters a released region"):
        prove_steered(held, held.with_call("held(2)"))


def test_a_condition_with_one_side_is_half_proved():
    short = example("Counter.inc", "Counter(3).inc(2)")
    with pytest.warns(UserWarning, match="Counter.inc is half proved: every example runs attached"):
        prove_condition_decides(short)


def test_a_condition_with_both_sides_is_proved(recwarn):
    short = example("Counter.inc", "Counter(3).inc(2)")
    prove_condition_decides(short, short.with_call("Counter(3).inc(5000)"))
    assert not recwarn.list
