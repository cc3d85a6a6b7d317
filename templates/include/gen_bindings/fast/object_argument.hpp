// object_argument: an object of one of the module's classes on its way into C++.
#pragma once

#include <boost/config.hpp>
#include <boost/python/arg_from_python.hpp>
#include <boost/python/converter/from_python.hpp>
#include <boost/python/converter/registered.hpp>
#include <boost/python/instance_holder.hpp>
#include <boost/python/type_id.hpp>

#include <Python.h>

#include <optional>
#include <type_traits>

#include "../known_class.hpp"
#include "boost_inside.hpp"
#include "conversions.hpp"
#include "inline_holder.hpp"
#include "small_code.hpp"

namespace gen_bindings::fast {

namespace detail {

/// What the first holder of `given` holds of the class, where its Python class is exactly that one; else null.
/// GIL: attached.
BOOST_NOINLINE inline void* held_by_first(PyObject* given, boost::python::type_info type,
                           const boost::python::converter::registration& converters) {
  if (Py_TYPE(given) != converters.m_class_object) return nullptr;
  boost::python::instance_holder* const first = first_holder(given);
  return first == nullptr ? nullptr : first->holds(type, false);
}

/// The same, for all classes. GIL: attached.
BOOST_NOINLINE inline void* held_by_exact(PyObject* given, known_class& known) {
  return held_by_first(given, known.id(), known.registration());
}

/// What `given` holds of the class, whatever its Python class, or null. GIL: attached.
BOOST_NOINLINE inline void* held_by(PyObject* given, known_class& known) {
  if (void* const found = held_by_exact(given, known)) return found;
  return boost::python::converter::get_lvalue_from_python(given, known.registration());
}

/// The next argument of a call as held_by() finds it; where it does not fit, the conversions know. GIL: attached.
BOOST_NOINLINE inline void* next_held(shared_conversions& all, known_class& known) {
  void* const found = held_by(all.next(), known);
  if (found == nullptr) all.say_misfit();
  return found;
}

/// Out of line, as what is seldom needed.
BOOST_NOINLINE inline void* held_by_any(
    PyObject* given, const boost::python::converter::registration& converters) {
  return boost::python::converter::get_lvalue_from_python(given, converters);
}

}  // namespace detail

/// The T that `given` holds first, where its Python class is exactly that of T; else null, which says
/// nothing. T is a class that the module knows, or will when it is called.
/// GIL: attached.
template <class T>
T* held_by_exact(PyObject* given) {
  namespace python = boost::python;
  if constexpr (detail::prefers_small_code) {
    return static_cast<T*>(detail::held_by_exact(given, known_class_of<T>));
  } else {
    const auto& known = python::converter::registered<T>::converters;
    if constexpr (is_made_inside<T>) {
      if (Py_TYPE(given) == known.m_class_object) {
        python::instance_holder* const first = first_holder(given);
        if (first != nullptr && is_exactly<inline_holder>(*first) &&
            &static_cast<inline_holder*>(first)->held() == &known_class_of<T>) {
          return static_cast<T*>(object_in(first, layout_of(sizeof(T), alignof(T))));
        }
      }
    }
    return static_cast<T*>(detail::held_by_first(given, python::type_id<T>(), known));
  }
}

/// The T in `given`, whatever its Python class, or null. GIL: attached.
template <class T>
T* held_by(PyObject* given) {
  if constexpr (detail::prefers_small_code) {
    return static_cast<T*>(detail::held_by(given, known_class_of<T>));
  } else {
    if (T* const found = held_by_exact<T>(given)) return found;
    return static_cast<T*>(
        detail::held_by_any(given, boost::python::converter::registered<T>::converters));
  }
}

/// As `argument`, for parameters that refer to a class of the module: T&, const T&, T*, const T*.
template <class T>
class object_argument;

template <class T>
class object_argument<T&> {
 public:
  explicit object_argument(detail::quick_conversions& all) : found_{held_by<T>(all.next())} {}
  explicit object_argument(detail::shared_conversions& all)
      : found_{static_cast<T*>(detail::next_held(all, known_class_of<T>))} {}

  /// The conversions know it where they are shared.
  [[nodiscard]] bool fits() const noexcept { return detail::prefers_small_code || found_ != nullptr; }
  T& get() const noexcept { return *found_; }

 private:
  T* found_;
};

/// What another Python object converts to will do as well.
template <class T>
class object_argument<const T&> {
 public:
  explicit object_argument(conversions& all) : object_argument{all.next()} {}

  [[nodiscard]] bool fits() const { return found_ != nullptr || converter_->convertible(); }
  const T& get() { return found_ != nullptr ? *found_ : (*converter_)(); }

 private:
  explicit object_argument(PyObject* given) : found_{held_by_exact<T>(given)} {
    if (found_ == nullptr) converter_.emplace(given);
  }

  const T* found_;
  std::optional<boost::python::arg_from_python<const T&>> converter_;
};

/// None is a null pointer.
template <class T>
class object_argument<T*> {
 public:
  explicit object_argument(conversions& all) : object_argument{all.next()} {}

  [[nodiscard]] bool fits() const noexcept { return fits_; }
  T* get() const noexcept { return found_; }

 private:
  explicit object_argument(PyObject* given)
      : found_{given == Py_None ? nullptr : held_by<std::remove_const_t<T>>(given)},
        fits_{found_ != nullptr || given == Py_None} {}

  T* found_;
  bool fits_;
};

}  // namespace gen_bindings::fast
