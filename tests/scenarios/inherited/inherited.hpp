// A class in a class, whose members run under the policy of the nearest that names one.
#pragma once

#include <gen_bindings/gil.hpp>

namespace inherited {

inline bool attached() { return gen_bindings::gil_guard::owns_gil(); }

struct Outer {
  Outer() : made_attached{attached()} {}
  bool near() const { return attached(); }
  bool far() const { return attached(); }
  bool size() const { return attached(); }
  bool made_attached;
  struct Inner {
    bool deep() const { return attached(); }
  };
};

struct Plain {
  bool far() const { return attached(); }
};

}  // namespace inherited
