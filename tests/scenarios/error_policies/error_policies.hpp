// Calls back once, in each way that an error can go.
#pragma once

#include <functional>

namespace error_policies {

inline int call(const std::function<int(int)>& function, int n) { return function(n); }

/// As C++ that has no exception tables would be.
inline int call_twice(const std::function<int(int)>& function, int n) noexcept {
  return function(n) + function(n + 1);
}

struct Made {
  explicit Made(const std::function<int(int)>& function) : n{function(1)} {}
  int n;
};

}  // namespace error_policies
