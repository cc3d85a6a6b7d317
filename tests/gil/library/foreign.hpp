// Another library that knows Python by itself: it attaches and detaches with CPython's own calls.
#pragma once

#include <Python.h>

#include <thread>

#include "callbacks.hpp"

namespace incidents {

/// Calls back twice on one thread: first inside a thread state of its own, then after that state
/// is gone.
inline void around_foreign(const Callback& callback) {
  std::thread{[&] {
    const PyGILState_STATE former = PyGILState_Ensure();
    PyThreadState* const state = PyEval_SaveThread();
    callback(1);
    PyEval_RestoreThread(state);
    PyGILState_Release(former);
    callback(2);
  }}.join();
}

}  // namespace incidents
