// argument: one argument of a call on its way into C++.
#pragma once

#include <boost/config.hpp>
#include <boost/python/arg_from_python.hpp>

#include <Python.h>

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

#include "conversions.hpp"
#include "exact_value.hpp"
#include "small_code.hpp"

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
/// arguments fit before any is converted. It is the next one of `all`, is borrowed and outlives what is made of
/// it here; so do what get() returns a reference to.
///
/// fits() is asked at once, and then all.finish() when every argument was taken, before the first get().
/// GIL: attached. The constructor and get() throw what Boost.Python's converters throw.
template <class T, class = void>
class argument {
 public:
  explicit argument(conversions& all) : converter_{all.next()} {}

  [[nodiscard]] bool fits() const { return converter_.convertible(); }
  decltype(auto) get() { return converter_(); }

 private:
  boost::python::arg_from_python<T> converter_;
};

namespace detail {

/// A number or bool, where calls are to be quick.
template <class T>
class quick_value {
 public:
  explicit quick_value(conversions& all) : quick_value{all.next()} {}

  [[nodiscard]] bool fits() const { return is_exact_ || is_convertible<T>(given_); }
  T get() const { return is_exact_ ? value_ : converted<T>(given_); }

 private:
  explicit quick_value(PyObject* given) : given_{given}, is_exact_{exact_value(given, value_)} {}

  PyObject* given_;
  T value_{};
  bool is_exact_;
};

/// The same, where code is to be small.
template <class T>
class shared_value : private shared_conversions::pending {
 public:
  BOOST_NOINLINE explicit shared_value(shared_conversions& all) : pending{all.next(), &convert_it} {
    if (exact_value(given, value_)) return;
    is_convertible<T>(given) ? all.convert_later(*this) : all.say_misfit();
  }
  shared_value(const shared_value&) = delete;
  shared_value& operator=(const shared_value&) = delete;

  /// The conversions know it.
  static constexpr bool fits() noexcept { return true; }
  T get() const noexcept { return value_; }

 private:
  static void convert_it(pending& waiting) {
    static_cast<shared_value&>(waiting).value_ = converted<T>(waiting.given);
  }

  T value_{};
};

template <class T>
using plain_value = std::conditional_t<prefers_small_code, shared_value<T>, quick_value<T>>;

}  // namespace detail

/// Numbers and bool.
template <class T>
class argument<T, std::enable_if_t<has_exact_value<T>>> : public detail::plain_value<T> {
 public:
  using detail::plain_value<T>::plain_value;
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
  explicit argument(conversions& all) {
    PyObject* const given = all.next();
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
