// What docstrings say of overloads, and what inspect.signature reads.
#pragma once

#include <string>

#include "overload_set.hpp"
#include "signature_text.hpp"

namespace gen_bindings::fast::detail {

/// What each overload says of itself; "" where none says anything. GIL: attached.
inline std::string docstring_of(const overload_set& set) {
  std::string text;
  for (const candidate& each : set.candidates) {
    if (each.shows_signature()) {
      if (!text.empty()) text += "\n";
      text += signature_text(set.name, each, set.has_object) + "\n";
    }
    if (each.doc() == nullptr) continue;
    if (!text.empty()) text += "\n";
    text += std::string{each.doc()} + "\n";
  }
  if (!text.empty()) text.pop_back();
  return text;
}

/// "(self, by=1)"; "" where there are several overloads. GIL: attached.
inline std::string text_signature_of(const overload_set& set) {
  if (set.candidates.size() != 1) return "";
  return parameters_text(set.candidates.front(), set.has_object, false);
}

}  // namespace gen_bindings::fast::detail
