// Enumerations of C++ that Python knows as classes of its module enum.
#pragma once

#include <Python.h>

#include <boost/python/converter/registry.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/dict.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/import.hpp>
#include <boost/python/list.hpp>
#include <boost/python/object.hpp>
#include <boost/python/tuple.hpp>
#include <boost/python/type_id.hpp>

#include <initializer_list>
#include <limits>
#include <new>
#include <type_traits>

#include "converters.hpp"

namespace gen_bindings {

/// Converts between a C++ enumeration and a Python class of the module enum, such as an IntEnum.
template <class Enumeration>
class python_enumeration {
  using underlying = std::underlying_type_t<Enumeration>;
  using widest = std::conditional_t<std::is_signed_v<underlying>, long long, unsigned long long>;

 public:
  /// The Python class; null before it is defined. It lives as long as the process, as values of it
  /// may come back when the module is gone.
  static PyObject*& type() {
    static PyObject* the_type = nullptr;
    return the_type;
  }

  static PyObject* number_of(Enumeration value) {
    if constexpr (std::is_signed_v<underlying>) {
      return PyLong_FromLongLong(static_cast<widest>(value));
    } else {
      return PyLong_FromUnsignedLongLong(static_cast<widest>(value));
    }
  }

  /// To Python, as the registry wants it. Throws error_already_set, a ValueError, if it has no
  /// enumerator for the value; an IntFlag takes any.
  static PyObject* convert(const Enumeration& value) {
    const boost::python::handle<> number{number_of(value)};
    PyObject* const made = PyObject_CallFunctionObjArgs(type(), number.get(), nullptr);
    if (made == nullptr) boost::python::throw_error_already_set();
    return made;
  }

  static const PyTypeObject* get_pytype() { return reinterpret_cast<PyTypeObject*>(type()); }

  /// From Python: only what is an enumerator, no plain number.
  static void* convertible(PyObject* object) {
    return PyObject_TypeCheck(object, reinterpret_cast<PyTypeObject*>(type())) ? object : nullptr;
  }

  /// Throws error_already_set, an OverflowError, if C++ has no such value: flags of Python may have any.
  static void construct(PyObject* object,
                        boost::python::converter::rvalue_from_python_stage1_data* data) {
    using storage = boost::python::converter::rvalue_from_python_storage<Enumeration>;
    const boost::python::handle<> number{PyObject_GetAttrString(object, "value")};
    const auto value = static_cast<Enumeration>(narrowed(number.get()));
    data->convertible = new (reinterpret_cast<storage*>(data)->storage.bytes) Enumeration{value};
  }

 private:
  static underlying narrowed(PyObject* number) {
    widest value{};
    if constexpr (std::is_signed_v<underlying>) {
      value = PyLong_AsLongLong(number);
    } else {
      value = PyLong_AsUnsignedLongLong(number);
    }
    if (PyErr_Occurred() != nullptr) boost::python::throw_error_already_set();
    using limits = std::numeric_limits<underlying>;
    if (value < static_cast<widest>(limits::min()) || value > static_cast<widest>(limits::max())) {
      PyErr_Format(PyExc_OverflowError, "%R is out of the range of %s", number,
                   boost::python::type_id<Enumeration>().name());
      boost::python::throw_error_already_set();
    }
    return static_cast<underlying>(value);
  }
};

/// An enumerator: its name in Python, and its value.
template <class Enumeration>
struct enumerator {
  const char* name;
  Enumeration value;
};

/// Where and as what an enumeration appears in Python.
struct enumeration_place {
  /// The module or class around it.
  boost::python::object scope;
  /// The class of Python's module enum: "IntEnum".
  const char* base;
  const char* name;
  /// With the classes around it, for pickle: "Place.Kind".
  const char* qualified_name;
  /// May be null.
  const char* doc;
  /// Whether the enumerators stand in the scope as well.
  bool is_exported;
};

/// Makes the Python class of an enumeration, and registers its converters. Of two enumerators of
/// one value the second is another name of the first.
/// GIL: attached, inside the module's initialisation. Throws error_already_set if Python refuses it.
template <class Enumeration>
void define_enumeration(enumeration_place place,
                        std::initializer_list<enumerator<Enumeration>> enumerators) {
  namespace python = boost::python;
  using converter = python_enumeration<Enumeration>;
  python::list members;
  for (const auto& each : enumerators) {
    const python::object number{python::handle<>{converter::number_of(each.value)}};
    members.append(python::make_tuple(each.name, number));
  }
  const bool is_in_class = PyModule_Check(place.scope.ptr()) == 0;
  python::dict where;
  where["module"] = place.scope.attr(is_in_class ? "__module__" : "__name__");
  where["qualname"] = place.qualified_name;
  const python::object base = python::import("enum").attr(place.base);
  python::object made = base(*python::make_tuple(place.name, members), **where);
  if (place.doc != nullptr) made.attr("__doc__") = place.doc;
  place.scope.attr(place.name) = made;
  if (place.is_exported) {
    for (const auto& each : enumerators) place.scope.attr(each.name) = made.attr(each.name);
  }
  converter::type() = python::incref(made.ptr());
  register_to_python<Enumeration, converter, true>();
  python::converter::registry::push_back(&converter::convertible, &converter::construct,
                                         python::type_id<Enumeration>(), &converter::get_pytype);
}

}  // namespace gen_bindings
