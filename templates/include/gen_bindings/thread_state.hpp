// The four bare switches that the guards are made of.
#pragma once

#include <Python.h>

#include "attached.hpp"
#include "fork.hpp"
#include "pinned_state.hpp"

namespace gen_bindings::detail {

// A thread that asks for the GIL during finalisation is ended by CPython before 3.14 with
// pthread_exit(). On glibc that unwinds the stack as an exception would, and a destructor that lets
// it out ends the process (cpython#87135). libstdc++ shows it to `catch (...)`, which must not end
// either: so the thread parks. A destructor in place of the handler would not do, as gcc leaves it
// out in a noexcept function. The C API throws nothing else. Where pthread_exit() does not unwind
// (musl, macOS, Windows) the thread just ends, and 3.14 parks by itself.

/// Tells whether a thread that is detached may attach. Advisory, as interpreter_runs() is.
inline bool can_attach() noexcept {
  return interpreter_runs() && (attention.load(std::memory_order_relaxed) & forked_detached) == 0;
}

/// Detaches. GIL: attached on entry, detached on exit.
[[nodiscard]] inline PyThreadState* detach() noexcept { return PyEval_SaveThread(); }

/// Undoes detach(). GIL: detached on entry, attached on exit. Parks during finalisation. Ends the
/// process where a raw fork has made it unable to attach.
inline void reattach(PyThreadState* state) noexcept {
  const unsigned heeded = attention.load(std::memory_order_relaxed);
  if ((heeded & forked_detached) != 0) abort_forked();
  try {
    PyEval_RestoreThread(state);
  } catch (...) {
    park();
  }
  if ((heeded & states_left) != 0) clear_left_behind();
}

/// Attaches, whether Python knows this thread or not. GIL: any state on entry, attached on exit.
/// Parks during finalisation and after it, when CPython would crash for want of an interpreter.
/// Ends the process as reattach() does.
[[nodiscard]] inline PyGILState_STATE ensure() noexcept {
  const unsigned heeded = attention.load(std::memory_order_relaxed);
  if ((heeded & forked_detached) != 0) abort_forked();
  if (!interpreter_runs()) park();
  PyGILState_STATE former{};
  try {
    pin_if_new();
    former = PyGILState_Ensure();
  } catch (...) {
    park();
  }
  if ((heeded & states_left) != 0) clear_left_behind();
  return former;
}

/// Undoes ensure(). GIL: attached on entry, as before ensure() on exit.
inline void release(PyGILState_STATE former) noexcept { PyGILState_Release(former); }

}  // namespace gen_bindings::detail
