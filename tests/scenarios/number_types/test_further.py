"""Every type of number, its limits, and what is converted by more than a look."""

import ctypes

import number_types as numbers
import pytest

INTEGERS = {
    "signed_char": (1, True),
    "unsigned_char": (1, False),
    "short": (2, True),
    "unsigned_short": (2, False),
    "int": (4, True),
    "unsigned_int": (4, False),
    "long": (ctypes.sizeof(ctypes.c_long), True),
    "unsigned_long": (ctypes.sizeof(ctypes.c_long), False),
    "long_long": (8, True),
    "unsigned_long_long": (8, False),
    "int8_t": (1, True),
    "uint8_t": (1, False),
    "int16_t": (2, True),
    "uint16_t": (2, False),
    "int32_t": (4, True),
    "uint32_t": (4, False),
    "int64_t": (8, True),
    "uint64_t": (8, False),
    "size_t": (ctypes.sizeof(ctypes.c_size_t), False),
    "ptrdiff_t": (ctypes.sizeof(ctypes.c_ssize_t), True),
}


def limits(name):
    size, is_signed = INTEGERS[name]
    bits = 8 * size - (1 if is_signed else 0)
    return (-(2**bits) if is_signed else 0), 2**bits - 1


class Whole(int):
    """No int exactly: Boost.Python's converters take it."""


class Real(float):
    """No float exactly."""


@pytest.mark.parametrize("name", INTEGERS)
def test_an_integer_comes_back_from_its_limits(name):
    same = getattr(numbers, f"same_{name}")
    low, high = limits(name)
    for value in (low, high, 0, 1, 100):
        assert same(value) == value
        assert same(Whole(value)) == value


@pytest.mark.parametrize("name", INTEGERS)
def test_an_integer_behind_its_limits_is_no_other_number(name):
    same = getattr(numbers, f"same_{name}")
    low, high = limits(name)
    for value in (low - 1, high + 1, 2**70, -(2**70), Whole(high + 1)):
        with pytest.raises(OverflowError):
            same(value)


@pytest.mark.parametrize("name", INTEGERS)
@pytest.mark.parametrize("value", [1.5, "1", None, 1j])
def test_no_other_class_is_an_integer(name, value):
    with pytest.raises(TypeError, match="value"):
        getattr(numbers, f"same_{name}")(value)


@pytest.mark.parametrize("name", ["float", "double", "long_double"])
def test_a_float_is_made_of_all_numbers(name):
    same = getattr(numbers, f"same_{name}")
    for value in (0.5, -2.0, 3, True, Whole(4), Real(0.25)):
        assert same(value) == value
    assert same(float("inf")) == float("inf")
    with pytest.raises(TypeError):
        same("0.5")


def test_a_bool_is_made_of_what_boost_python_makes_one_of():
    assert numbers.same_bool(True) is True
    assert numbers.same_bool(False) is False
    assert numbers.same_bool(2) is True
    assert numbers.same_bool(None) is False
    with pytest.raises(TypeError):
        numbers.same_bool("yes")


def test_what_does_not_fit_is_for_the_next_overload():
    assert numbers.kind(1, 2) == "two ints"
    assert numbers.kind(Whole(1), Whole(2)) == "two ints"
    assert numbers.kind(0.5, True) == "a double and a bool"
    assert numbers.kind(0.5, 1) == "a double and a bool"
    with pytest.raises(TypeError, match="second"):
        numbers.kind(1, "2")


def test_a_converter_that_fails_leaves_no_object():
    with pytest.raises(OverflowError):
        numbers.Pair(Whole(2**40), 1)
    with pytest.raises(TypeError, match="second"):
        numbers.Pair(1, "1")
    made = numbers.Pair(Whole(1), 2)
    assert made.sum == 3
    assert made.scaled(Real(2.0)) == 6
    assert made.scaled(2, negated=1) == -6
    with pytest.raises(TypeError, match="by"):
        made.scaled("2")
    with pytest.raises(TypeError):
        numbers.Pair.scaled(made)
