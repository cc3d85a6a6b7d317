// Whether a Python object overrides a virtual method of C++.
#pragma once

#include <boost/python/converter/registered.hpp>
#include <boost/python/object/instance.hpp>

#include <Python.h>

namespace gen_bindings {

/// What counts as an override.
namespace overrides {

/// A method of a subclass, and an attribute set on the object, as Boost.Python has it.
struct any {};

/// Only objects whose class was subclassed are looked at; all others cost no attachment. What
/// counts is the class that an object had when it was made.
struct subclass {};

}  // namespace overrides

/// A virtual method that Python may override, by the names that Python and messages have for it.
/// Overloads share the name in Python, and so the override. Lives as long as the process.
class overridable_method {
 public:
  /// `name`: the attribute, "area". `callable`: the logical name, "Shape.area". Both outlive it.
  constexpr overridable_method(const char* name, const char* callable) noexcept
      : name_{name}, callable_{callable} {}
  overridable_method(const overridable_method&) = delete;
  overridable_method& operator=(const overridable_method&) = delete;

  [[nodiscard]] const char* name() const noexcept { return name_; }
  [[nodiscard]] const char* callable() const noexcept { return callable_; }

  /// The name as a Python string, borrowed; null where memory is short. GIL: attached.
  [[nodiscard]] PyObject* python_name() const noexcept {
    if (python_name_ == nullptr) python_name_ = PyUnicode_InternFromString(name_);
    if (python_name_ == nullptr) PyErr_Clear();
    return python_name_;
  }

 private:
  const char* name_;
  const char* callable_;
  mutable PyObject* python_name_ = nullptr;  // guarded by the GIL
};

/// The same, with the C++ class whose Python class exposes the method or inherits it.
template <class Class>
class overridable : public overridable_method {
 public:
  using overridable_method::overridable_method;

  /// The Python class of `Class`, borrowed; null if there is none. GIL: any state.
  [[nodiscard]] static PyTypeObject* exposing_class() noexcept {
    return boost::python::converter::registered<Class>::converters.m_class_object;
  }
};

namespace detail {

// CPython's own look-up through the method resolution order, with its cache. It binds nothing, so
// that what is found can be compared whatever kind of descriptor it is: a method that Python wraps
// (PyDescr_NewMethod) leads back to C++ as surely as Boost.Python's function does.
inline PyObject* found_in_classes(PyTypeObject* type, PyObject* name) noexcept {
  return _PyType_Lookup(type, name);
}

inline bool differs(PyTypeObject* type, PyTypeObject* exposing, PyObject* name) noexcept {
  return found_in_classes(type, name) != found_in_classes(exposing, name);
}

/// Tells whether the attribute `name` of `object` is anything but what the Python class `exposing`
/// gives it. GIL: attached.
///
/// A class with a __getattribute__ of its own decides by itself, at each call. A __getattr__ is
/// asked only for what is not found, which an exposed method always is.
inline bool overridden(PyObject* object, PyTypeObject* exposing, PyObject* name) noexcept {
  static PyObject* const getattribute = PyUnicode_InternFromString("__getattribute__");
  // Where memory is short the attribute is asked for, which then says so.
  if (name == nullptr || getattribute == nullptr) return true;
  if (exposing == nullptr) return false;
  PyTypeObject* const type = Py_TYPE(object);
  if (type != exposing && (differs(type, exposing, name) || differs(type, exposing, getattribute)))
    return true;
  PyObject* const attributes = reinterpret_cast<boost::python::objects::instance<>*>(object)->dict;
  if (attributes == nullptr) return false;
  const bool set_on_object = PyDict_GetItemWithError(attributes, name) != nullptr;
  // The comparison of a key failed: it will again when the attribute is asked for.
  if (!set_on_object && PyErr_Occurred() != nullptr) {
    PyErr_Clear();
    return true;
  }
  return set_on_object;
}

}  // namespace detail
}  // namespace gen_bindings
