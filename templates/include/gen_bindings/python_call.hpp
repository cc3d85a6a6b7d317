// How C++ calls Python: the call with its conversions, and the way that an error of it goes.
#pragma once

#include <boost/python/converter/return_from_python.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/tuple.hpp>

#include "attached.hpp"

namespace gen_bindings::detail {

/// Runs `call`, which enters Python. A daemon thread that the interpreter leaves behind on the way
/// parks here, before any object of C++ dies on it. GIL: attached. What `call` returns.
template <class Call>
PyObject* enter_python(const Call& call) noexcept {
  try {
    return call();
  } catch (...) {
    park();
  }
}

/// Converts the arguments, calls `callable`, converts the result. References are passed as copies;
/// boost::ref() is Boost.Python's way to pass the object itself.
///
/// GIL: attached. Throws error_already_set, and what conversions throw.
template <class Result, class... Arguments>
Result call_python(PyObject* callable, const Arguments&... arguments) {
  namespace python = boost::python;
  const python::tuple converted = python::make_tuple(arguments...);
  python::converter::return_from_python<Result> convert;
  return convert(enter_python([&] { return PyObject_Call(callable, converted.ptr(), nullptr); }));
}

/// Calls `call`. An error of Python goes the way that `OnError` says; where that does not throw, a
/// C++ exception of a conversion goes the same way. `source` is what sys.unraisablehook shows.
///
/// GIL: attached.
template <class OnError, class Result, class Call>
Result heed_errors(PyObject* source, const Call& call) {
  if constexpr (OnError::unwinds) {
    try {
      return call();
    } catch (const boost::python::error_already_set&) {
      return OnError::template raised<Result>(source);
    }
  } else {
    try {
      return call();
    } catch (...) {
      boost::python::handle_exception();
      return OnError::template raised<Result>(source);
    }
  }
}

}  // namespace gen_bindings::detail
