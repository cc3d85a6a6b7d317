// What the adapters throw where RE2 would write to the log and report no match.
#pragma once

#include <stdexcept>

namespace re2_adapters {

/// An RE2 or a Set is used in a way that it cannot bear: it is not ok, not compiled, or
/// given the wrong kind of text.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace re2_adapters
