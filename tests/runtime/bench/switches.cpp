// Measures what the guards cost, in nanoseconds.
#include <Python.h>

#include "../gil/module_init.hpp"
#include "gen_bindings/call_scope.hpp"
#include "gen_bindings/gil.hpp"
#include "stopwatch.hpp"

namespace {

using gen_bindings::known_attached;
using gen_bindings::with_gil;
using gen_bindings::without_gil;

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
  return PyFloat_FromDouble(nanoseconds_each_on_native_thread(
      of.times, [&] { call_with_fresh_state(of.callable); }));
}

// The same with the guard.
PyObject* guarded(PyObject*, PyObject* tuple) {
  const arguments of{tuple};
  if (!of) return nullptr;
  return PyFloat_FromDouble(nanoseconds_each_on_native_thread(of.times, [&] {
    const with_gil gil;
    Py_XDECREF(PyObject_CallObject(of.callable, nullptr));
  }));
}

// The C++ that is called; the compiler must not see through it.
[[gnu::noinline]] int work(int value) {
  asm volatile("" : "+r"(value));
  return value;
}

// Call bodies: with CPython's own pair, and as they are emitted for `release`.
[[gnu::noinline]] int call_between_bare_pair(int value) {
  PyThreadState* const state = PyEval_SaveThread();
  const int result = work(value);
  PyEval_RestoreThread(state);
  return result;
}

[[gnu::noinline]] int call_released(int value) {
  const gen_bindings::call_scope call{"work", "release"};
  const without_gil region{known_attached};
  gen_bindings::entered(gen_bindings::promise::detached);
  return work(value);
}

PyObject* bare_pair(PyObject*, PyObject* times) {
  return PyFloat_FromDouble(
      nanoseconds_each(PyLong_AsLong(times), [] { call_between_bare_pair(1); }));
}

PyObject* released(PyObject*, PyObject* times) {
  return PyFloat_FromDouble(nanoseconds_each(PyLong_AsLong(times), [] { call_released(1); }));
}

PyMethodDef methods[] = {
    {"fresh", fresh, METH_VARARGS, nullptr},
    {"guarded", guarded, METH_VARARGS, nullptr},
    {"bare_pair", bare_pair, METH_O, nullptr},
    {"released", released, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "switches", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

}  // namespace

MODULE_INIT PyInit_switches() {
  return gen_bindings::register_runtime() ? PyModule_Create(&definition) : nullptr;
}
