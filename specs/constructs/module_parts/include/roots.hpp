// A header in a folder of its own.
#pragma once

#include <cmath>

namespace module_parts {

inline double root(double number) { return std::sqrt(number); }

}  // namespace module_parts
