// Measures what the guards cost, in nanoseconds.
#include <Python.h>

#include <chrono>
#include <thread>

#include "../gil/module_init.hpp"
#include "gen_bindings/gil.hpp"

namespace {

using gen_bindings::known_attached;
using gen_bindings::with_gil;
using gen_bindings::without_gil;

template <class Work>
double nanoseconds_each(long times, const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  for (long i = 0; i != times; ++i) work();
  const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
  return taken.count() / static_cast<double>(times);
}

template <class Work>
PyObject* on_native_thread(long times, const Work& work) {
  double each = 0;
  {
    const without_gil region;
    std::thread{[&] { each = nanoseconds_each(times, work); }}.join();
  }
  return PyFloat_FromDouble(each);
}

struct arguments {
  PyObject* callable = nullptr;
  long times = 0;
  explicit operator bool() const { return callable != nullptr; }
  explicit arguments(PyObject* tuple) { PyArg_ParseTuple(tuple, "Ol", &callable, &times); }
};

// Calls Python from a native thread, with a thread state of its own for each call.
PyObject* fresh(PyObject*, PyObject* tuple) {
  const arguments of{tuple};
  if (!of) return nullptr;
  return on_native_thread(of.times, [&] {
    const PyGILState_STATE state = PyGILState_Ensure();
    Py_XDECREF(PyObject_CallObject(of.callable, nullptr));
    PyGILState_Release(state);
  });
}

// The same with the guard.
PyObject* guarded(PyObject*, PyObject* tuple) {
  const arguments of{tuple};
  if (!of) return nullptr;
  return on_native_thread(of.times, [&] {
    const with_gil gil;
    Py_XDECREF(PyObject_CallObject(of.callable, nullptr));
  });
}

// Releases and comes back, with CPython's own pair and with the guard.
PyObject* bare_pair(PyObject*, PyObject* times) {
  return PyFloat_FromDouble(
      nanoseconds_each(PyLong_AsLong(times), [] { PyEval_RestoreThread(PyEval_SaveThread()); }));
}

PyObject* region(PyObject*, PyObject* times) {
  return PyFloat_FromDouble(
      nanoseconds_each(PyLong_AsLong(times), [] { const without_gil released{known_attached}; }));
}

PyMethodDef methods[] = {
    {"fresh", fresh, METH_VARARGS, nullptr},
    {"guarded", guarded, METH_VARARGS, nullptr},
    {"bare_pair", bare_pair, METH_O, nullptr},
    {"region", region, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "switches", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

}  // namespace

MODULE_INIT PyInit_switches() {
  return gen_bindings::register_runtime() ? PyModule_Create(&definition) : nullptr;
}
