// A library of the company, and a function whose result the bindings decide.
#pragma once

#include <string>

namespace acme {

inline int total(int a, int b) { return a + b; }

/// Set where the bindings are initialised.
inline std::string& maker() {
  static std::string text;
  return text;
}

inline std::string built_by() { return maker(); }

}  // namespace acme
