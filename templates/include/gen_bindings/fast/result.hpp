// What becomes of the result of a call: its conversion, and call policies.
#pragma once

#include <boost/python/default_call_policies.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/return_value_policy.hpp>
#include <boost/python/to_python_value.hpp>

#include <Python.h>

#include <type_traits>
#include <utility>

namespace gen_bindings::fast {

/// The result of a call that returns nothing. GIL: attached.
inline PyObject* none() noexcept {
  Py_INCREF(Py_None);
  return Py_None;
}

/// A new reference to what `value` is in Python, as call policies say it: the result converter that
/// Boost.Python would take. Null with the Python error set. GIL: attached. Throws what that throws.
template <class Policies = boost::python::default_call_policies, class Result>
PyObject* to_python(Result&& value) {
  using generator = typename Policies::result_converter;
  // Of a value, not of a reference to it, where that is what the body returned.
  using converter = typename generator::template apply<Result>::type;
  return converter{}(std::forward<Result>(value));
}

namespace detail {

/// The arguments as call policies look at them, in a tuple.
inline PyObject* tuple_of(PyObject* const* given, Py_ssize_t count) {
  PyObject* const tuple = boost::python::expect_non_null(PyTuple_New(count));
  for (Py_ssize_t index = 0; index < count; ++index) {
    Py_INCREF(given[index]);
    PyTuple_SET_ITEM(tuple, index, given[index]);
  }
  return tuple;
}

template <class Policies, class Body>
PyObject* call_under(Policies policies, PyObject* const* given, Py_ssize_t count,
                     const Body& body) {
  const boost::python::handle<> arguments{tuple_of(given, count)};
  const typename Policies::argument_package package(arguments.get());
  if (!policies.precall(package)) return nullptr;
  return policies.postcall(package, body());
}

}  // namespace detail

/// Calls under policies that look at the arguments. `body` gives a new reference to the result, or null
/// with the Python error set. GIL: attached. Throws what the policies and `body` throw.
template <class Policies, class Body>
PyObject* call_under(PyObject* const* given, Py_ssize_t count, const Body& body) {
  return detail::call_under(Policies{}, given, count, body);
}

}  // namespace gen_bindings::fast

