// Exception classes of a module: made on import, raised by translators.
#pragma once

#include <boost/python/errors.hpp>
#include <boost/python/extract.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object.hpp>

#include <cstring>
#include <string>
#include <type_traits>

#include "python_error.hpp"

namespace gen_bindings {

/// Makes a Python exception class in a module, as its attribute; the reference that is returned is
/// the caller's. `doc` may be null.
/// GIL: attached. Throws error_already_set if Python can't make it.
inline PyObject* new_exception(boost::python::object module, const char* name,
                               const char* doc, PyObject* base) {
  const std::string full =
      boost::python::extract<std::string>(module.attr("__name__"))() + "." + name;
  boost::python::handle<> made{PyErr_NewExceptionWithDoc(full.c_str(), doc, base, nullptr)};
  module.attr(name) = boost::python::object{made};
  return made.release();
}

/// Sets the Python error `type` with a message. Bytes that are not UTF-8 are replaced, so that the
/// error that arrives is the one that was meant.
/// GIL: attached.
inline void raise(PyObject* type, const char* message) {
  const boost::python::handle<> text{boost::python::allow_null(PyUnicode_DecodeUTF8(
      message, static_cast<Py_ssize_t>(std::strlen(message)), "replace"))};
  if (text.get() != nullptr) PyErr_SetObject(type, text.get());
}

/// Raises again, unchanged, what a callback raised, where that is what `error` carries: python_error
/// is derived from std::exception, for which a module may have a translator of its own.
/// GIL: attached. Returns whether it raised.
template <class Error>
bool raised_again(const Error& error) {
  if constexpr (std::is_polymorphic_v<Error>) {
    if (const auto* const original = dynamic_cast<const python_error*>(&error)) {
      original->restore();
      return true;
    }
  }
  return false;
}

}  // namespace gen_bindings
