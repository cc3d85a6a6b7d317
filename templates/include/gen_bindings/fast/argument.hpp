// argument: one argument of a call on its way into C++.
#pragma once

#include <boost/python/arg_from_python.hpp>

#include <Python.h>

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

#include "exact_value.hpp"

namespace gen_bindings::fast {

/// Whether Boost.Python can make a T of `given`, as far as it knows before it tries. GIL: attached.
template <class T>
bool is_convertible(PyObject* given) {
  return boost::python::arg_from_python<T>{given}.convertible();
}

/// What Boost.Python makes of `given`. GIL: attached. Throws what its converters throw.
template <class T>
T converted(PyObject* given) {
  return boost::python::arg_from_python<T>{given}();
}

/// Converts an argument to T, the type of the parameter, in two steps, as Boost.Python does: all
/// arguments fit before any is converted. `given` is borrowed and outlives it; so do what get()
/// returns a reference to.
///
/// GIL: attached. The constructor and get() throw what Boost.Python's converters throw.
template <class T, class = void>
class argument {
 public:
  explicit argument(PyObject* given) : converter_{given} {}

  [[nodiscard]] bool fits() const { return converter_.convertible(); }
  decltype(auto) get() { return converter_(); }

 private:
  boost::python::arg_from_python<T> converter_;
};

/// Numbers and bool.
template <class T>
class argument<T, std::enable_if_t<has_exact_value<T>>> {
 public:
  explicit argument(PyObject* given) : given_{given}, is_exact_{exact_value(given, value_)} {}

  [[nodiscard]] bool fits() const { return is_exact_ || is_convertible<T>(given_); }
  T get() const { return is_exact_ ? value_ : converted<T>(given_); }

 private:
  PyObject* given_;
  T value_{};
  bool is_exact_;
};

/// A reference to one: the value lives as long as the call.
template <class T>
class argument<const T&, std::enable_if_t<has_exact_value<T>>> : public argument<T> {
 public:
  using argument<T>::argument;
};

namespace detail {

template <class Body>
struct parameters;

template <class Result, class... Parameters>
struct parameters<Result (*)(Parameters...)> {
  template <std::size_t position>
  using at = std::tuple_element_t<position, std::tuple<Parameters...>>;
};

}  // namespace detail

/// The type of the parameter at `position` of a function.
template <class Body, std::size_t position>
using parameter_type = typename detail::parameters<Body>::template at<position>;

/// Text.
template <>
class argument<const std::string&> {
 public:
  explicit argument(PyObject* given) {
    if (PyUnicode_CheckExact(given)) {
      Py_ssize_t size = 0;
      if (const char* const letters = PyUnicode_AsUTF8AndSize(given, &size)) {
        text_.assign(letters, static_cast<std::size_t>(size));
        return;
      }
      // A lone surrogate: Boost.Python's converter says so when its turn comes.
      PyErr_Clear();
    }
    converter_.emplace(given);
  }

  [[nodiscard]] bool fits() const { return !converter_ || converter_->convertible(); }
  const std::string& get() { return converter_ ? (*converter_)() : text_; }

 private:
  std::string text_;
  std::optional<boost::python::arg_from_python<const std::string&>> converter_;
};

}  // namespace gen_bindings::fast
