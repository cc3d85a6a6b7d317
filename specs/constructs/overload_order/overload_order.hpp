// Overloads, of which Python's arguments choose one.
#pragma once

#include <string>

namespace overload_order {

inline std::string kind(bool) { return "bool"; }
inline std::string kind(int) { return "int"; }
inline std::string kind(double) { return "double"; }
inline std::string kind(const std::string&) { return "text"; }

}  // namespace overload_order
