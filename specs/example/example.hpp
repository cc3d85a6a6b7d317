// The classic question: a long calculation, a call into Python, another long calculation.
#pragma once

#include <functional>
#include <string>

#include <gen_bindings/gil.hpp>

namespace example {

/// Prints "in f()".
void announce();

/// Calculates for `seconds` of wall time, and prints half-way whether it has the GIL.
/// Returns pi, as far as it got. Knows nothing of Python.
double calculate(double seconds);

/// What is to be called in between. Whoever calls it need not think of the GIL.
using Say = std::function<void(const std::string&)>;

/// Steers the GIL by the guard that the binding hands it. Attached on entry.
double f(gen_bindings::gil_guard& gil, const Say& say, double seconds);

/// Plain C++ around a callback: whether the GIL is held is the binding's affair.
double calculate_twice(const Say& say, double seconds);

}  // namespace example
