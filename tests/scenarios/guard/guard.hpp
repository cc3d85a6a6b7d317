// Functions that steer the GIL themselves, and leave it in every state.
#pragma once

#include <gen_bindings/gil.hpp>

#include <functional>
#include <stdexcept>
#include <string>

namespace guard {

inline std::string states(gen_bindings::gil_guard& gil, const std::function<void()>& call) {
  std::string seen;
  const auto look = [&] { seen += gen_bindings::gil_guard::owns_gil() ? 'a' : 'd'; };
  look();
  gil.release();
  look();
  gil.acquire();
  look();
  call();
  gil.restore();
  look();
  return seen;
}

inline void leave_open(gen_bindings::gil_guard& gil, bool fails) {
  gil.release();
  gil.acquire();
  gil.release();
  if (fails) throw std::out_of_range{"left open"};
}

class Engine {
 public:
  Engine(gen_bindings::gil_guard& gil, int n) : n_{n} { gil.release(); }
  int run(gen_bindings::gil_guard& gil, int by) {
    gil.release();
    return n_ + by;
  }
  int n(gen_bindings::gil_guard& gil) const {
    gil.release();
    return n_;
  }

 private:
  int n_;
};

inline int run_twice(gen_bindings::gil_guard& gil, Engine& engine) {
  return engine.run(gil, engine.run(gil, 0));
}

}  // namespace guard
