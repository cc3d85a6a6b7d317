// The GIL contract, asserted: with GEN_BINDINGS_GIL_CONTRACT every declared state is checked.
//
// Without it every check is empty and leaves no trace in the machine code.
#pragma once

#include "promise.hpp"

#ifdef GEN_BINDINGS_GIL_CONTRACT
#include <cstdio>
#include <cstdlib>

#include "attached.hpp"
#endif

namespace gen_bindings::contract {

#ifdef GEN_BINDINGS_GIL_CONTRACT

/// Names the callable that this thread is in, and its policy, while it lives; nests. Both texts
/// must outlive it: "Counter.inc", "release when by > 4096". GIL: any state.
class call {
 public:
  call(const char* callable, const char* policy) noexcept
      : callable_{callable}, policy_{policy}, enclosing_{innermost()} {
    innermost() = this;
  }
  call(const call&) = delete;
  call& operator=(const call&) = delete;
  ~call() { innermost() = enclosing_; }

 private:
  friend void expect(promise declared, const char* place) noexcept;

  static const call*& innermost() noexcept {
    static thread_local const call* here = nullptr;
    return here;
  }

  const char* callable_;
  const char* policy_;
  const call* enclosing_;
};

/// Asserts the state declared for `place`: "its C++", "a callback". Where it does not hold, ends
/// the process with a message that names the innermost callable and its policy. GIL: any state,
/// unchanged.
inline void expect(promise declared, const char* place) noexcept {
  const promise found = gen_bindings::attached() ? promise::attached : promise::detached;
  if (found == declared) return;
  const call* const here = call::innermost();
  const auto name = [](promise state) {
    return state == promise::attached ? "attached" : "detached";
  };
  std::fprintf(
      stderr, "gen-bindings: GIL contract broken in %s (%s): %s is declared %s and is %s\n",
      here == nullptr ? "no callable" : here->callable_,
      here == nullptr ? "a thread of C++" : here->policy_, place, name(declared), name(found));
  std::abort();
}

#else

class [[maybe_unused]] call {
 public:
  call(const char* /*callable*/, const char* /*policy*/) noexcept {}
  call(const call&) = delete;
  call& operator=(const call&) = delete;
};

inline void expect(promise /*declared*/, const char* /*place*/) noexcept {}

#endif

}  // namespace gen_bindings::contract
