// Attributes of Python modules: default values of parameters, and classes of other modules.
#pragma once

#include <boost/python/import.hpp>
#include <boost/python/object.hpp>
#include <boost/python/refcount.hpp>

namespace gen_bindings {

/// The attribute `names` of the Python module `module`, which is imported if need be: each further
/// name is one of what the name before it stands for.
/// GIL: attached. Throws error_already_set with Python's ImportError or AttributeError.
template <class... Names>
boost::python::object imported(const char* module, Names... names) {
  boost::python::object found = boost::python::import(module);
  ((found = boost::python::object{found.attr(names)}), ...);
  return found;
}

/// The same of a class, borrowed: it is kept for as long as the process lives.
/// GIL: attached. Throws as imported().
template <class... Names>
PyObject* imported_class(const char* module, Names... names) {
  return boost::python::incref(imported(module, names...).ptr());
}

/// A built-in: builtin("print"). GIL: attached. Throws as imported().
inline boost::python::object builtin(const char* name) { return imported("builtins", name); }

}  // namespace gen_bindings
