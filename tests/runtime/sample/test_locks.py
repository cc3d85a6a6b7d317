"""The proofs of the sample's locks, as the generator prints them, and what they must find."""

import pytest
import sample
from support.gil_proof import Example, prove_locked, prove_module_locked

DEPOSIT = Example(sample, "Account.deposit", call="Account(3).deposit(2)")
TAKE_FROM = Example(
    sample,
    "Account.take_from",
    call="Account(3).take_from(Account(4), 2)",
    locked={"other": 0},
)
VISIT = Example(sample, "Account.visit", call="Account(3).visit(abs)", callbacks={"visitor": 0})


def test_both_branches_of_a_condition_are_locked():
    prove_locked(DEPOSIT, DEPOSIT.with_call("Account(3).deposit(5000)"))


@pytest.mark.filterwarnings("error")
def test_every_object_is_locked():
    prove_locked(TAKE_FROM)
    prove_locked(TAKE_FROM.with_call("Account(3).take_from(amount=1, other=Account(4))"))


def test_the_object_s_own_mutex_is_locked():
    prove_locked(VISIT)


def test_accessors_are_locked():
    prove_locked(Example(sample, "Account.balance", call="Account(3).balance"))
    setter = "setattr(Account(3), 'balance', 4)"
    prove_locked(Example(sample, "Account.balance.set", setter, path="Account.balance"))


def test_the_module_is_locked():
    prove_module_locked(Example(sample, "audits", call="audits(1)"))


def test_a_lock_on_the_object_is_none_on_the_module():
    with pytest.raises(AssertionError, match="not locked: a second thread got into .* the module"):
        prove_module_locked(DEPOSIT)


@pytest.mark.parametrize(
    ("name", "call"), [("Counter.size", "Counter(3).size"), ("Counter.inc", "Counter(3).inc(5000)")]
)
def test_what_is_not_locked_is_found(name, call):
    with pytest.raises(AssertionError, match="not locked: a second thread got into .* 'self'"):
        prove_locked(Example(sample, name, call))


def test_a_lock_that_is_not_recursive_is_found():
    badly = Example(
        sample, "Account.visit_badly", "Account(3).visit_badly(abs)", callbacks={"visitor": 0}
    )
    with pytest.raises(AssertionError, match="'visitor' may not call Account.visit_badly again"):
        prove_locked(badly)


def test_an_object_that_both_calls_lock_anyway_is_not_proved(monkeypatch):
    for name in ("one", "other"):
        monkeypatch.setattr(sample, name, sample.Account(3), raising=False)
    with pytest.warns(UserWarning, match="no example gives 'other' an object of its own"):
        prove_locked(TAKE_FROM.with_call("one.take_from(other, 2)"))


def test_no_region_is_no_proof():
    with pytest.raises(AssertionError, match="entered no region of parts_living"):
        prove_module_locked(Example(sample, "parts_living", call="parts_living()"))


def test_the_second_call_never_reaches_the_library(monkeypatch):
    monkeypatch.setattr(sample, "counter", sample.Counter(3), raising=False)
    with pytest.raises(AssertionError, match="not locked"):
        prove_locked(Example(sample, "Counter.inc", call="counter.inc(2)"))
    assert sample.counter.size == 5
