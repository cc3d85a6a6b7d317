// call_scope, conversion_scope: what call bodies and converters say of themselves, for the probe
// and for contract mode.
#pragma once

#include "contract.hpp"
#include "probe.hpp"
#include "promise.hpp"

namespace gen_bindings {

/// Names the callable that this thread is in, and its policy, while it lives; nests. Both texts
/// must outlive it: "Counter.inc", "release when by > 4096". GIL: any state.
///
/// Leaves no trace in the machine code without GEN_BINDINGS_PROBE and GEN_BINDINGS_GIL_CONTRACT.
class [[maybe_unused]] call_scope {
 public:
  call_scope(const char* callable, const char* policy) noexcept
      : probe_{callable}, contract_{callable, policy} {}
  call_scope(const call_scope&) = delete;
  call_scope& operator=(const call_scope&) = delete;

 private:
  probe::call probe_;
  contract::call contract_;
};

/// Stands in a converter of Boost.Python's for `T` while it converts, either way: contract mode
/// asserts that it is attached, a probe build observes it. GIL: attached.
///
/// Leaves no trace in the machine code without GEN_BINDINGS_PROBE and GEN_BINDINGS_GIL_CONTRACT.
template <class T>
class [[maybe_unused]] conversion_scope {
 public:
  conversion_scope() : contract_{"the conversion", "hold"} {
    contract::expect(promise::attached, "it");
    probe::converts();
  }
  conversion_scope(const conversion_scope&) = delete;
  conversion_scope& operator=(const conversion_scope&) = delete;

 private:
  contract::call_of<T> contract_;
};

/// The state that is promised for a region which is released where `condition` holds for
/// `arguments`. Asks it only where promises are checked: in a probe build and in contract mode.
/// Elsewhere the result means nothing. GIL: attached.
template <class Condition, class... Arguments>
promise promised_when([[maybe_unused]] const Condition& condition,
                      [[maybe_unused]] const Arguments&... arguments) {
#if defined(GEN_BINDINGS_PROBE) || defined(GEN_BINDINGS_GIL_CONTRACT)
  if (condition(arguments...)) return promise::detached;
#endif
  return promise::attached;
}

/// Stands at the entry of a region, with the state that is promised for it: contract mode asserts
/// it, a probe build observes it. GIL: any state, unchanged.
inline void entered(promise promised) {
  contract::expect(promised, "its C++");
  probe::entered(promised);
}

}  // namespace gen_bindings
