// Whether this thread owns the GIL, and the four bare switches that the guards are made of.
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

// A thread that asks for the GIL during finalisation is ended by CPython before 3.14 with
// pthread_exit(). On glibc that unwinds the stack as an exception would, and a destructor that lets
// it out ends the process (cpython#87135). libstdc++ shows it to `catch (...)`, which must not end
// either: so the thread parks. A destructor in place of the handler would not do, as gcc leaves it
// out in a noexcept function. The C API throws nothing else. Where pthread_exit() does not unwind
// (musl, macOS, Windows) the thread just ends, and 3.14 parks by itself.

/// Detaches. GIL: attached on entry, detached on exit.
[[nodiscard]] inline PyThreadState* detach() noexcept { return PyEval_SaveThread(); }

/// Undoes detach(). GIL: detached on entry, attached on exit. Parks during finalisation.
inline void reattach(PyThreadState* state) noexcept {
  try {
    PyEval_RestoreThread(state);
  } catch (...) {
    park();
  }
}

/// Attaches, whether Python knows this thread or not. GIL: any state on entry, attached on exit.
/// Parks during finalisation and after it, when CPython would crash for want of an interpreter.
[[nodiscard]] inline PyGILState_STATE ensure() noexcept {
  if (!interpreter_runs()) park();
  try {
    return PyGILState_Ensure();
  } catch (...) {
    park();
  }
}

/// Undoes ensure(). GIL: attached on entry, as before ensure() on exit.
inline void release(PyGILState_STATE former) noexcept { PyGILState_Release(former); }

}  // namespace detail
}  // namespace gen_bindings
