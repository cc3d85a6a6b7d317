// The classic question: a long calculation, a call into Python, another long calculation.
#pragma once

#include <functional>
#include <string>

#include <gen_bindings/gil.hpp>

namespace example {

/// Calculates for about `seconds` of wall time; returns 2 pi. Knows nothing of Python.
double calculate(double seconds);

/// The callable that says something in Python. Whoever calls it need not think of the GIL.
using Say = std::function<void(const std::string&)>;

/// Steers the GIL itself, by the guard that the binding hands it. Attached on entry.
double f(gen_bindings::gil_guard& gil, const Say& say, double seconds);

/// Plain C++ around a callback: the binding releases the GIL, and the callback attaches by itself.
double calculate_twice(const Say& say, double seconds);

}  // namespace example
