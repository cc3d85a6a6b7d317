// made_detached: a value of a type that only C++ knows, which came out of a released region.
#pragma once

#include <type_traits>
#include <utility>

#include "ownership.hpp"

namespace gen_bindings {

/// Hands on `value`, and refuses to compile where it owns Python objects. GIL: detached.
template <class Value>
[[nodiscard]] std::decay_t<Value> made_detached(Value&& value) {
  static_assert(!owns_python<std::decay_t<Value>>,
                "a Python object would be copied or destroyed while detached");
  return std::forward<Value>(value);
}

}  // namespace gen_bindings
