// The GIL contract, asserted: with GEN_BINDINGS_GIL_CONTRACT every declared state is checked.
//
// Without it every check is empty and leaves no trace in the machine code.
#pragma once

#include "promise.hpp"

#ifdef GEN_BINDINGS_GIL_CONTRACT
#include <cstdio>
#include <cstdlib>
#include <string>
#include <typeinfo>

#include "attached.hpp"

#if __has_include(<cxxabi.h>)
#include <cxxabi.h>
#endif
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

/// The same for what belongs to a type and is no callable of a module: "the conversion",
/// "the destructor". GIL: any state.
template <class T>
class call_of {
 public:
  call_of(const char* what, const char* policy)
      : name_{std::string{what} + " of " + readable(typeid(T).name())},
        call_{name_.c_str(), policy} {}
  call_of(const call_of&) = delete;
  call_of& operator=(const call_of&) = delete;
  ~call_of() = default;

 private:
  // As the language spells it, where the compiler's library can tell.
  static std::string readable(const char* name) {
#if __has_include(<cxxabi.h>)
    int status = 0;
    char* const demangled = abi::__cxa_demangle(name, nullptr, nullptr, &status);
    const std::string spelled{status == 0 ? demangled : name};
    std::free(demangled);
    return spelled;
#else
    return name;
#endif
  }

  std::string name_;
  call call_;
};

/// Asserts the state declared for `place`: "its C++", "a callback". Where it does not hold, ends
/// the process with a message that names the callables that this thread is in, innermost first, and
/// their policies. GIL: any state, unchanged.
inline void expect(promise declared, const char* place) noexcept {
  const promise found = gen_bindings::attached() ? promise::attached : promise::detached;
  if (found == declared) return;
  const auto name = [](promise state) {
    return state == promise::attached ? "attached" : "detached";
  };
  const call* here = call::innermost();
  std::fputs("gen-bindings: GIL contract broken in ", stderr);
  if (here == nullptr) std::fputs("no callable (a thread of C++)", stderr);
  for (const char* separator = ""; here != nullptr; here = here->enclosing_, separator = ", in ") {
    std::fprintf(stderr, "%s%s (%s)", separator, here->callable_, here->policy_);
  }
  std::fprintf(stderr, ": %s is declared %s and is %s\n", place, name(declared), name(found));
  std::abort();
}

#else

class [[maybe_unused]] call {
 public:
  call(const char* /*callable*/, const char* /*policy*/) noexcept {}
  call(const call&) = delete;
  call& operator=(const call&) = delete;
};

template <class T>
class [[maybe_unused]] call_of {
 public:
  call_of(const char* /*what*/, const char* /*policy*/) noexcept {}
  call_of(const call_of&) = delete;
  call_of& operator=(const call_of&) = delete;
};

inline void expect(promise /*declared*/, const char* /*place*/) noexcept {}

#endif

}  // namespace gen_bindings::contract
