// How Python begins to import the module.
#pragma once

#include <boost/config.hpp>
#include <boost/python/module_init.hpp>

namespace gen_bindings {

/// Makes the module, and has `fill` put into it what it offers. Null with the Python error set where
/// `fill` throws: Boost.Python up to 1.74 returns the module all the same, of which Python says that
/// its initialisation "raised unreported exception" (src/module.cpp, init_module_in_scope).
/// GIL: attached.
inline PyObject* new_module(PyModuleDef& definition, void (*fill)()) {
  PyObject* const made = boost::python::detail::init_module(definition, fill);
  if (made == nullptr || PyErr_Occurred() == nullptr) return made;
  Py_DECREF(made);
  return nullptr;
}

}  // namespace gen_bindings

/// Begins the function that fills the module, as BOOST_PYTHON_MODULE does. It runs attached.
#define GEN_BINDINGS_MODULE(name)                                                           \
  static void gen_bindings_fill_##name();                                                   \
  extern "C" BOOST_SYMBOL_EXPORT PyObject* PyInit_##name();                                 \
  extern "C" PyObject* PyInit_##name() {                                                    \
    static PyModuleDef definition{PyModuleDef_HEAD_INIT, #name,   nullptr, -1,     nullptr, \
                                  nullptr,               nullptr, nullptr, nullptr};        \
    return ::gen_bindings::new_module(definition, &gen_bindings_fill_##name);               \
  }                                                                                         \
  static void gen_bindings_fill_##name()
