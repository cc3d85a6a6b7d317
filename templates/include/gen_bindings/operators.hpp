// What operators of Python ask of a C++ object, where C++ has no operator for it.
#pragma once

#include <functional>
#include <sstream>
#include <string>

#include <Python.h>

namespace gen_bindings {

/// What operator<< writes of a value. GIL: any state.
template <typename Value>
std::string printed(const Value& value) {
  std::ostringstream stream;
  stream << value;
  return stream.str();
}

/// The hash of std::hash<Value>; Python folds it into its own range. GIL: any state.
template <typename Value>
std::size_t hashed(const Value& value) {
  return std::hash<Value>{}(value);
}

/// Tells Python to try the other operand. Defined before all overloads of an operator, it is tried
/// last. Boost.Python does so itself for the names that it knows (binary_operator_names in
/// libs/python/src/object/function.cpp), but not in place, nor for `@`. GIL: attached.
inline PyObject* not_implemented(PyObject* /*self*/, PyObject* /*other*/) {
  Py_INCREF(Py_NotImplemented);
  return Py_NotImplemented;
}

}  // namespace gen_bindings
