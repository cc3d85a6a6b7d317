// Exception classes of a module: made on import, raised by translators.
#pragma once

#include <boost/python/errors.hpp>
#include <boost/python/extract.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object.hpp>
#include <boost/python/type_id.hpp>

#include <string>
#include <type_traits>
#include <utility>

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

/// A Python error in the making: of a class, with a message, and what else it is told.
/// GIL: attached, for all of it. A translator that throws error_already_set has raised that error.
class new_error {
 public:
  /// `type` is borrowed. Bytes of the message that are not UTF-8 are replaced, so that the error that
  /// arrives is the one that was meant.
  /// Throws error_already_set if Python can't make it.
  new_error(PyObject* type, const std::string& message)
      : error_{boost::python::object{boost::python::handle<>{boost::python::borrowed(type)}}(
            boost::python::object{boost::python::handle<>{PyUnicode_DecodeUTF8(
                message.data(), static_cast<Py_ssize_t>(message.size()), "replace")}})} {}

  /// Sets an attribute. Throws error_already_set if its value has no converter.
  template <class Value>
  void set(const char* name, const Value& value) {
    error_.attr(name) = value;
  }

  /// Sets an attribute that its class has from the one for `Base`, where `error` is a `Base` in C++ as
  /// well. `get` is given that, and returns the value.
  /// Throws what `get` throws, and error_already_set if the value has no converter.
  template <class Base, class Error, class Getter>
  void set_of_base(const char* name, [[maybe_unused]] const Error& error, Getter get) {
    if constexpr (std::is_base_of_v<Base, Error>) set(name, get(error));
  }

  /// Makes it the current Python error.
  void raise() const {
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error_.ptr())), error_.ptr());
  }

 private:
  boost::python::object error_;
};

namespace detail {

template <class Error, class = void>
inline constexpr bool has_what = false;

template <class Error>
inline constexpr bool
    has_what<Error, std::enable_if_t<std::is_convertible_v<
                        decltype(std::declval<const Error&>().what()), std::string>>> = true;

}  // namespace detail

/// What a C++ exception says: its what(), or else the name of its type.
template <class Error>
std::string message_of(const Error& error) {
  if constexpr (detail::has_what<Error>) {
    return error.what();
  } else {
    return boost::python::type_id<Error>().name();
  }
}

/// Whether an exception handler for Error ever gets one where those for Earlier are asked before.
template <class Error, class... Earlier>
inline constexpr bool is_reached =
    !(... || (std::is_same_v<Earlier, Error> || std::is_base_of_v<Earlier, Error>));

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
