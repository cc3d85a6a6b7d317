// The probe's hooks: what a probe build (GEN_BINDINGS_PROBE) observes at the entry of each region.
//
// Without GEN_BINDINGS_PROBE every hook is empty and leaves no trace in the machine code.
#pragma once

#include "promise.hpp"

#ifdef GEN_BINDINGS_PROBE

#include "probe_build.hpp"

#else

namespace gen_bindings::probe {

/// Names the callable that this thread is in while it lives; nests.
/// `callable` is the logical name, with the overload: "Counter.inc", "f#2". It must outlive the
/// object.
class [[maybe_unused]] call {
 public:
  explicit call(const char* /*callable*/) noexcept {}
  call(const call&) = delete;
  call& operator=(const call&) = delete;
};

/// Stands at the entry of a region, with the state promised for it. GIL: any state, unchanged.
/// In a probe build: records the state, and where the callable is armed and detached as promised,
/// waits there for another Python thread.
inline void entered(promise /*promised*/) noexcept {}

/// Stands in gil_guard where restore() has gone back to an earlier region. GIL: any state,
/// unchanged. In a probe build: as entered(), for the state found.
inline void restored() noexcept {}

/// Stands where a callback is about to call Python. GIL: attached.
/// In a probe build: records the state, and throws std::logic_error rather than call Python
/// detached.
inline void entered_callback() noexcept {}

/// Stand where a guard has switched, and where it is about to switch back. GIL: any state,
/// unchanged. In a probe build: count the switches that are open on this thread.
inline void opened() noexcept {}
inline void closed() noexcept {}

}  // namespace gen_bindings::probe

#endif
