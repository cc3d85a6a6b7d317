// Whether this thread owns the GIL, and whether there is an interpreter at all.
#pragma once

#include <Python.h>

#include <chrono>
#include <thread>

namespace gen_bindings {

/// Tells whether this thread is attached: owns the GIL.
///
/// GIL: any state; the state is not changed. Never blocks. False on a thread that Python does not
/// know, and after the interpreter has gone.
///
/// Before 3.12 the current thread state is one for the whole process, so that only
/// PyGILState_Check() tells whose it is. It always answers 1 once sub-interpreters exist
/// (cpython#131087) and after finalisation; the latter is caught by
/// PyGILState_GetThisThreadState().
[[nodiscard]] inline bool attached() noexcept {
#if PY_VERSION_HEX >= 0x030D0000
  return PyThreadState_GetUnchecked() != nullptr;
#elif PY_VERSION_HEX >= 0x030C0000
  return _PyThreadState_UncheckedGet() != nullptr;
#else
  return PyGILState_GetThisThreadState() != nullptr && PyGILState_Check() != 0;
#endif
}

namespace detail {

/// Tells whether there is an interpreter to attach to. Advisory: it may begin to finalise right
/// after. CPython clears the flag as the first act of finalisation, before it tears down any
/// module.
inline bool interpreter_runs() noexcept { return Py_IsInitialized() != 0; }

/// Keeps this thread here until the process ends.
[[noreturn]] inline void park() noexcept {
  for (;;) std::this_thread::sleep_for(std::chrono::hours{24});
}

}  // namespace detail
}  // namespace gen_bindings
