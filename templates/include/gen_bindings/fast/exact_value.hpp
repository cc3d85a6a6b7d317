// Values of Python's own int, float, bool and str, without a look into Boost.Python's registry.
#pragma once

#include <Python.h>

#include <limits>
#include <type_traits>

namespace gen_bindings::fast {

namespace detail {

template <class T>
inline constexpr bool is_character =
    std::is_same_v<T, char> || std::is_same_v<T, wchar_t> || std::is_same_v<T, char16_t> ||
    std::is_same_v<T, char32_t>;

/// What Boost.Python makes of an int: characters are made of a str.
template <class T>
inline constexpr bool is_integer =
    std::is_integral_v<T> && !std::is_same_v<T, bool> && !is_character<T>;

/// The value of an int that is exactly one and fits into 64 bits. Out of line, as all that is emitted
/// shares it.
inline bool integer_value(PyObject* given, long long& value) noexcept {
  if (!PyLong_CheckExact(given)) return false;
  int overflow = 0;
  value = PyLong_AsLongLongAndOverflow(given, &overflow);
  return overflow == 0;
}

inline bool number_value(PyObject* given, double& value) noexcept {
  if (PyFloat_CheckExact(given)) {
    value = PyFloat_AS_DOUBLE(given);
    return true;
  }
  if (!PyLong_CheckExact(given)) return false;
  value = PyLong_AsDouble(given);
  if (value != -1.0 || PyErr_Occurred() == nullptr) return true;
  PyErr_Clear();
  return false;
}

template <class T>
bool fits(long long value) noexcept {
  if constexpr (std::is_signed_v<T>) {
    return value >= std::numeric_limits<T>::min() && value <= std::numeric_limits<T>::max();
  } else {
    return value >= 0 &&
           static_cast<unsigned long long>(value) <= std::numeric_limits<T>::max();
  }
}

}  // namespace detail

/// The types whose values are taken at once.
template <class T>
inline constexpr bool has_exact_value =
    detail::is_integer<T> || std::is_floating_point_v<T> || std::is_same_v<T, bool>;

/// Gives the value of `given` where its Python class is exactly the one that stands for T and the
/// value fits. All else is left to Boost.Python's converters, with what they say of a value that does
/// not fit. GIL: attached. Leaves no Python error.
template <class T>
bool exact_value(PyObject* given, T& value) noexcept {
  if constexpr (std::is_same_v<T, bool>) {
    if (given != Py_True && given != Py_False) return false;
    value = given == Py_True;
    return true;
  } else if constexpr (detail::is_integer<T>) {
    long long whole = 0;
    if (!detail::integer_value(given, whole) || !detail::fits<T>(whole)) return false;
    value = static_cast<T>(whole);
    return true;
  } else {
    double number = 0;
    if (!detail::number_value(given, number)) return false;
    value = static_cast<T>(number);
    return true;
  }
}

}  // namespace gen_bindings::fast
