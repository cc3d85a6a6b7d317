// Arguments that are moved out of the Python object that owned them.
#pragma once

#include <Python.h>

#include <boost/python/errors.hpp>

#include <memory>

namespace gen_bindings {

/// Throws error_already_set with a ValueError where `pointer` is empty: the Python object gave its
/// C++ object away in an earlier call. `name`: the parameter's.
///
/// GIL: attached.
template <class T, class Deleter>
void require_owned(const std::unique_ptr<T, Deleter>& pointer, const char* name) {
  if (pointer) return;
  PyErr_Format(PyExc_ValueError, "%s: the object was moved into C++ before", name);
  boost::python::throw_error_already_set();
}

}  // namespace gen_bindings
