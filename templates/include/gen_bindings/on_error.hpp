// on_error: what a callback does with a Python error. How C++ gets a value where there is none.
#pragma once

#include <Python.h>

#include <exception>
#include <stdexcept>
#include <type_traits>

#include "deferred_errors.hpp"
#include "probe.hpp"
#include "python_error.hpp"

namespace gen_bindings {

/// Thrown by a callback that is refused because the interpreter closes, and has neither a declared
/// value nor one that makes itself.
class interpreter_closing : public std::runtime_error {
 public:
  interpreter_closing() : std::runtime_error{"the Python interpreter is closing"} {}
};

/// Declares nothing: the value is Result{}. A class of the same form declares one; its value() is
/// called in any state, on any thread, and throws nothing:
///
///     struct equal { static int value() { return 0; } };
struct value_initialized {};

namespace detail {

template <class Declared, class Result>
inline constexpr bool has_value = !std::is_same_v<Declared, value_initialized> ||
                                  std::is_void_v<Result> || std::is_default_constructible_v<Result>;

template <class Declared, class Result>
Result declared_value() {
  if constexpr (!std::is_same_v<Declared, value_initialized>) {
    return Declared::value();
  } else if constexpr (has_value<Declared, Result>) {
    return Result();
  } else {
    throw interpreter_closing{};
  }
}

}  // namespace detail

/// The second parameter of callback<>. In each, `Declared` gives the value for C++ where Python
/// gives none: after an error, and when the interpreter is closing.
///
/// raised<Result>(callable) is called attached, with the error set, and clears it.
namespace on_error {

/// Throws python_error, which raises the error again, unchanged, where it comes back to Python.
template <class Declared = value_initialized>
struct propagate {
  using declared = Declared;
  static constexpr bool unwinds = true;
  template <class Result>
  [[noreturn]] static Result raised(PyObject* /*callable*/) {
    probe::heeds_error("propagate");
    throw python_error::fetch();
  }
};

/// For C++ that must not be unwound: keeps the error for the innermost deferred_errors.
template <class Declared = value_initialized>
struct deferred {
  using declared = Declared;
  static constexpr bool unwinds = false;
  template <class Result>
  static Result raised(PyObject* /*callable*/) {
    probe::heeds_error("deferred");
    deferred_errors::keep(python_error::fetch());
    return detail::declared_value<Declared, Result>();
  }
};

/// Hands the error to sys.unraisablehook.
template <class Declared = value_initialized>
struct unraisable {
  using declared = Declared;
  static constexpr bool unwinds = false;
  template <class Result>
  static Result raised(PyObject* callable) {
    probe::heeds_error("unraisable");
    PyErr_WriteUnraisable(callable);
    return detail::declared_value<Declared, Result>();
  }
};

/// Hands the error to sys.unraisablehook and ends the process by std::terminate().
template <class Declared = value_initialized>
struct terminate {
  using declared = Declared;
  static constexpr bool unwinds = false;
  template <class Result>
  [[noreturn]] static Result raised(PyObject* callable) {
    probe::heeds_error("terminate");
    PyErr_WriteUnraisable(callable);
    std::terminate();
  }
};

}  // namespace on_error
}  // namespace gen_bindings
