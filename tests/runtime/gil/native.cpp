// Native threads that call Python, as a plain extension module has them. NATIVE_MODULE names the
// module, so that two can be built.
#include <pthread.h>

#include <functional>
#include <thread>

#include "event.hpp"
#include "module_init.hpp"
#include "gen_bindings/gil.hpp"

namespace {

using gen_bindings::with_gil;
using gen_bindings::without_gil;

void call(PyObject* callable) {
  PyObject* const result = PyObject_CallObject(callable, nullptr);
  if (result == nullptr) PyErr_WriteUnraisable(callable);
  Py_XDECREF(result);
}

void attach_and_call(PyObject* callable) {
  const with_gil gil;
  call(callable);
}

PyObject* on_native_thread(const std::function<void()>& work) {
  {
    const without_gil region;
    std::thread{work}.join();
  }
  Py_RETURN_NONE;
}

// Attaches, calls and detaches three times.
PyObject* three_calls(PyObject*, PyObject* callable) {
  return on_native_thread([&] {
    for (int i = 0; i != 3; ++i) attach_and_call(callable);
  });
}

// Joins the native thread attached, so that its exit must not need the GIL.
PyObject* join_attached(PyObject*, PyObject* callable) {
  event called, joining;
  std::thread thread;
  {
    const without_gil region;
    thread = std::thread{[&] {
      attach_and_call(callable);
      called.set();
      joining.wait();
    }};
    called.wait();
  }
  joining.set();
  thread.join();
  Py_RETURN_NONE;
}

// The thread uses plain PyGILState_Ensure(), between and around our guards.
PyObject* foreign_between(PyObject*, PyObject* callable) {
  return on_native_thread([&] {
    attach_and_call(callable);
    const PyGILState_STATE state = PyGILState_Ensure();
    call(callable);
    attach_and_call(callable);
    PyGILState_Release(state);
    attach_and_call(callable);
  });
}

PyObject* foreign_around(PyObject*, PyObject* callable) {
  return on_native_thread([&] {
    const PyGILState_STATE state = PyGILState_Ensure();
    call(callable);
    {
      const without_gil region;
      attach_and_call(callable);
    }
    PyGILState_Release(state);  // this one's state is gone with it
    attach_and_call(callable);
  });
}

// Attaches when the thread ends: from a thread_local object, which is older than the pin, and from
// a slot of pthread's, which is younger.
struct at_exit {
  PyObject* callable;
  ~at_exit() { attach_and_call(callable); }
};

PyObject* call_at_thread_exit(PyObject*, PyObject* callable) {
  pthread_key_t slot{};
  pthread_key_create(&slot, [](void* object) { attach_and_call(static_cast<PyObject*>(object)); });
  on_native_thread([&] {
    [[maybe_unused]] static thread_local at_exit last{callable};
    last.callable = callable;
    pthread_setspecific(slot, callable);
    attach_and_call(callable);
  });
  pthread_key_delete(slot);
  Py_RETURN_NONE;
}

// How another module attaches on a thread of this one.
using attaching_call = void (*)(PyObject*);

PyObject* attaching_function(PyObject*, PyObject*) {
  static attaching_call function = &attach_and_call;
  return PyCapsule_New(&function, nullptr, nullptr);
}

PyObject* take_turns(PyObject*, PyObject* arguments) {
  PyObject *capsule = nullptr, *callable = nullptr;
  if (PyArg_ParseTuple(arguments, "OO", &capsule, &callable) == 0) return nullptr;
  const auto other = *static_cast<attaching_call*>(PyCapsule_GetPointer(capsule, nullptr));
  return on_native_thread([&] {
    for (int i = 0; i != 2; ++i) {
      attach_and_call(callable);
      other(callable);
    }
  });
}

// Whether CPython still knows which state is that of this thread.
PyObject* knows_this_thread(PyObject*, PyObject*) {
  return PyBool_FromLong(PyGILState_GetThisThreadState() == PyThreadState_Get());
}

// A native thread that has a pin and outlives the interpreter.
struct survivor {
  std::thread thread;
  event pinned, finalised;
  ~survivor() {
    finalised.set();
    thread.join();
    std::fputs("joined\n", stdout);
  }
};

PyObject* outlive(PyObject*, PyObject* callable) {
  static survivor thread;
  {
    const without_gil region;
    thread.thread = std::thread{[callable] {
      attach_and_call(callable);
      thread.pinned.set();
      thread.finalised.wait();
    }};
    thread.pinned.wait();
  }
  Py_RETURN_NONE;
}

PyMethodDef methods[] = {
    {"three_calls", three_calls, METH_O, nullptr},
    {"join_attached", join_attached, METH_O, nullptr},
    {"foreign_between", foreign_between, METH_O, nullptr},
    {"foreign_around", foreign_around, METH_O, nullptr},
    {"call_at_thread_exit", call_at_thread_exit, METH_O, nullptr},
    {"attaching_function", attaching_function, METH_NOARGS, nullptr},
    {"take_turns", take_turns, METH_VARARGS, nullptr},
    {"knows_this_thread", knows_this_thread, METH_NOARGS, nullptr},
    {"outlive", outlive, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "native", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

}  // namespace

#define NATIVE_JOIN(prefix, name) prefix##name
#define NATIVE_INIT(name) NATIVE_JOIN(PyInit_, name)
MODULE_INIT NATIVE_INIT(NATIVE_MODULE)() {
  return gen_bindings::register_runtime() ? PyModule_Create(&definition) : nullptr;
}
