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

/// Gives the destructor of T a logical name: "Worker.__del__". GIL: attached, on import.
template <class T>
void name_destructor(const char* /*callable*/) noexcept {}

/// As call, for the destructor of T.
template <class T>
class [[maybe_unused]] destructor_of {
 public:
  destructor_of() noexcept = default;
  destructor_of(const destructor_of&) = delete;
  destructor_of& operator=(const destructor_of&) = delete;
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

/// Stands where an override in Python is about to be called for `method`, as "Shape.area". GIL:
/// attached. In a probe build: as entered_callback().
inline void entered_override(const char* /*method*/) noexcept {}

/// Stands where the implementation in C++ of `method` is about to run. GIL: detached.
/// In a probe build: as entered(), with the place "base" and the name of the method.
inline void entered_base(const char* /*method*/) noexcept {}

/// Stands where an error of Python is about to go the way of `policy`, one of on_error: "deferred".
/// GIL: attached. In a probe build: recorded, with the policy as the place.
inline void heeds_error(const char* /*policy*/) noexcept {}

/// Stands at the end of a call that raises errors which were deferred. GIL: attached.
/// In a probe build: records the state, with the place "boundary".
inline void ends_call() noexcept {}

/// Stands at the entry of a converter. GIL: attached.
/// In a probe build: records the state, with the place "conversion".
inline void converts() noexcept {}

/// Stands where C++ lets go of the last shared pointer that was made of a Python object. GIL: any
/// state, unchanged. In a probe build: recorded, with the place "shared pointer".
inline void drops_shared_pointer() noexcept {}

/// Stand where a guard has switched, and where it is about to switch back. GIL: any state,
/// unchanged. In a probe build: count the switches that are open on this thread.
inline void opened() noexcept {}
inline void closed() noexcept {}

/// Stand in object_lock where a lock is held by another thread and will be waited for, and where
/// the locks are about to be freed. GIL: any state, unchanged. In a probe build: noted while two
/// threads meet at a lock.
inline void waits_for_lock() noexcept {}
inline void frees_lock() noexcept {}

}  // namespace gen_bindings::probe

#endif
