// Attributes of Python modules, for the default values of parameters.
#pragma once

#include <boost/python/import.hpp>
#include <boost/python/object.hpp>

namespace gen_bindings {

/// The attribute `name` of the Python module `module`, which is imported if need be.
/// GIL: attached. Throws error_already_set with Python's ImportError or AttributeError.
inline boost::python::object imported(const char* module, const char* name) {
  return boost::python::import(module).attr(name);
}

/// A built-in: builtin("print"). GIL: attached. Throws as imported().
inline boost::python::object builtin(const char* name) { return imported("builtins", name); }

}  // namespace gen_bindings
