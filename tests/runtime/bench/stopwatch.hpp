// What the measurements share: the time that work takes, in nanoseconds.
#pragma once

#include <Python.h>

#include <chrono>
#include <thread>

#include "gen_bindings/gil.hpp"

/// Nanoseconds that each of so many repeats takes.
template <class Work>
double nanoseconds_each(long times, const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  for (long i = 0; i != times; ++i) work();
  const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
  return taken.count() / static_cast<double>(times);
}

/// The same on a thread that Python did not create. GIL: attached on entry and exit.
template <class Work>
double nanoseconds_each_on_native_thread(long times, const Work& work) {
  double each = 0;
  const gen_bindings::without_gil region;
  std::thread{[&] { each = nanoseconds_each(times, work); }}.join();
  return each;
}

/// Calls Python with a thread state that lives for this call only, where the thread has no other.
/// GIL: any state.
inline void call_with_fresh_state(PyObject* callable) {
  const PyGILState_STATE state = PyGILState_Ensure();
  Py_XDECREF(PyObject_CallObject(callable, nullptr));
  PyGILState_Release(state);
}
