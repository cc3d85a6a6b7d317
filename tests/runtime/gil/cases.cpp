// The guards as a plain extension module sees them: each function walks through one case and
// returns the states it found, "A" for attached and "D" for detached. CASES_MODULE names the
// module, so that two can be built.
#include "gen_bindings/gil.hpp"

#include <functional>
#include <stdexcept>
#include <string>
#include <thread>

#include "event.hpp"
#include "module_init.hpp"

namespace {

using gen_bindings::attached;
using gen_bindings::gil_guard;
using gen_bindings::known_attached;
using gen_bindings::no_acquire;
using gen_bindings::with_gil;
using gen_bindings::without_gil;

class trace {
 public:
  void note() { states_ += attached() ? 'A' : 'D'; }
  PyObject* result() {
    note();
    return PyUnicode_FromString(states_.c_str());
  }

 private:
  std::string states_;
};

void on_native_thread(const std::function<void()>& work) {
  const without_gil region;
  std::thread{work}.join();
}

PyObject* regions_nest(PyObject*, PyObject*) {
  trace states;
  states.note();
  {
    const without_gil outer;
    states.note();
    {
      const without_gil inner;
      states.note();
      {
        const with_gil gil;
        states.note();
        const with_gil again;
        states.note();
        {
          const without_gil innermost;
          states.note();
        }
        states.note();
      }
      states.note();
    }
    states.note();
  }
  return states.result();
}

PyObject* native_thread(PyObject*, PyObject*) {
  trace states;
  on_native_thread([&] {
    states.note();
    {
      const without_gil nothing;
      states.note();
    }
    {
      const with_gil gil;
      states.note();
      {
        const without_gil region{known_attached};
        states.note();
      }
      states.note();
      Py_DECREF(PyLong_FromLong(1L << 30));
    }
    states.note();
  });
  return states.result();
}

PyObject* condition(PyObject*, PyObject*) {
  trace states;
  {
    const without_gil region{known_attached, false};
    states.note();
  }
  {
    const without_gil region{known_attached, true};
    states.note();
  }
  return states.result();
}

PyObject* with_gil_tells_whether_it_switched(PyObject*, PyObject*) {
  const with_gil attached_already;
  bool switched = false;
  {
    const without_gil region;
    const with_gil gil;
    switched = static_cast<bool>(gil);
  }
  return Py_BuildValue("(NN)", PyBool_FromLong(static_cast<bool>(attached_already)),
                       PyBool_FromLong(switched));
}

PyObject* guard_restores_newest_first(PyObject*, PyObject*) {
  trace states;
  {
    gil_guard guard;
    states.note();
    guard.release();
    states.note();
    guard.acquire();
    states.note();
    guard.acquire();
    states.note();
    guard.restore();
    states.note();
    guard.restore();
    states.note();
    guard.restore();
    states.note();
    guard.release();
    guard.release();
    guard.acquire();
    guard.release();
    states.note();
  }
  return states.result();
}

PyObject* guard_without_acquire(PyObject*, PyObject*) {
  trace states;
  {
    gil_guard guard{no_acquire};
    states.note();
    const gil_guard nested{no_acquire};
    states.note();
    guard.restore();
    states.note();
  }
  return states.result();
}

PyObject* guard_on_native_thread(PyObject*, PyObject*) {
  trace states;
  on_native_thread([&] {
    {
      gil_guard guard{no_acquire};
      states.note();
      guard.acquire();
      states.note();
      Py_DECREF(PyLong_FromLong(1L << 30));
      guard.release();
      states.note();
    }
    states.note();
  });
  return states.result();
}

PyObject* guard_goes_deep(PyObject*, PyObject*) {
  trace states;
  {
    gil_guard guard;
    for (int depth = 0; depth != 10; ++depth) {
      guard.release();
      guard.acquire();
    }
    for (int depth = 0; depth != 7; ++depth) {
      states.note();
      guard.restore();
    }
    states.note();
  }
  return states.result();
}

PyObject* guard_undoes_on_a_throw(PyObject*, PyObject*) {
  trace states;
  try {
    gil_guard guard;
    guard.release();
    const with_gil gil;
    guard.release();  // inside another scope: undone before it
    guard.restore();
    const without_gil region;
    states.note();
    throw std::runtime_error{"on purpose"};
  } catch (const std::runtime_error&) {
    states.note();
  }
  return states.result();
}

PyObject* restore_of_nothing(PyObject*, PyObject*) {
  try {
    gil_guard guard;
    guard.restore();
    guard.restore();
  } catch (const std::logic_error& error) {
    PyErr_SetString(PyExc_RuntimeError, error.what());
    return nullptr;
  }
  Py_RETURN_NONE;
}

PyObject* owns_gil(PyObject*, PyObject*) {
  const bool outside = gil_guard::owns_gil();
  bool inside = true;
  {
    const gil_guard guard{no_acquire};
    inside = gil_guard::owns_gil();
  }
  return Py_BuildValue("(NN)", PyBool_FromLong(outside), PyBool_FromLong(inside));
}

// Calls `callable` attached, from within a released region.
PyObject* call_from_released_region(PyObject*, PyObject* callable) {
  PyObject* result = nullptr;
  {
    const without_gil region{known_attached};
    const with_gil gil;
    result = PyObject_CallObject(callable, nullptr);
  }
  return result;
}

// Calls `callable` from a native thread.
PyObject* call_from_native_thread(PyObject*, PyObject* callable) {
  PyObject* result = nullptr;
  on_native_thread([&] {
    const with_gil gil;
    result = PyObject_CallObject(callable, nullptr);
    if (result == nullptr) PyErr_Clear();
  });
  if (result == nullptr) PyErr_SetString(PyExc_RuntimeError, "the callable raised");
  return result;
}

event& entered = *new event;
event& met = *new event;

// Two Python threads meet: one stays in a released region until the other one has run.
PyObject* wait_to_be_met(PyObject*, PyObject*) {
  bool in_time = false;
  {
    const without_gil region{known_attached};
    entered.set();
    in_time = met.wait();
  }
  return PyBool_FromLong(in_time);
}
PyObject* meet(PyObject*, PyObject*) {
  bool in_time = false;
  {
    const without_gil region{known_attached};
    in_time = entered.wait();
  }
  met.set();
  return PyBool_FromLong(in_time);
}

// A guard used on another thread than its own: debug builds stop there.
PyObject* use_guard_on_another_thread(PyObject*, PyObject*) {
  gil_guard guard;
  on_native_thread([&] { guard.acquire(); });
  Py_RETURN_NONE;
}

PyMethodDef methods[] = {
    {"regions_nest", regions_nest, METH_NOARGS, nullptr},
    {"native_thread", native_thread, METH_NOARGS, nullptr},
    {"condition", condition, METH_NOARGS, nullptr},
    {"with_gil_tells_whether_it_switched", with_gil_tells_whether_it_switched, METH_NOARGS,
     nullptr},
    {"guard_restores_newest_first", guard_restores_newest_first, METH_NOARGS, nullptr},
    {"guard_without_acquire", guard_without_acquire, METH_NOARGS, nullptr},
    {"guard_on_native_thread", guard_on_native_thread, METH_NOARGS, nullptr},
    {"guard_goes_deep", guard_goes_deep, METH_NOARGS, nullptr},
    {"guard_undoes_on_a_throw", guard_undoes_on_a_throw, METH_NOARGS, nullptr},
    {"restore_of_nothing", restore_of_nothing, METH_NOARGS, nullptr},
    {"owns_gil", owns_gil, METH_NOARGS, nullptr},
    {"call_from_released_region", call_from_released_region, METH_O, nullptr},
    {"call_from_native_thread", call_from_native_thread, METH_O, nullptr},
    {"wait_to_be_met", wait_to_be_met, METH_NOARGS, nullptr},
    {"meet", meet, METH_NOARGS, nullptr},
    {"use_guard_on_another_thread", use_guard_on_another_thread, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "cases", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

}  // namespace

#define CASES_JOIN(prefix, name) prefix##name
#define CASES_INIT(name) CASES_JOIN(PyInit_, name)
MODULE_INIT CASES_INIT(CASES_MODULE)() { return PyModule_Create(&definition); }
