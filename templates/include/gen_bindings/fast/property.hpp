// A property whose getter and setter are reached without a call through Python.
#pragma once

#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object.hpp>

#include <Python.h>

#include <type_traits>

#include "enclosing_scope.hpp"
#include "method.hpp"
#include "mismatch.hpp"
#include "result.hpp"

namespace gen_bindings::fast {

namespace detail {

/// What stands behind Python's own part of a property.
struct direct_access {
  entry get;
  entry set;
  PyObject* doc;
};

/// Python's part has a size that its headers do not tell.
inline direct_access& access_of(PyObject* property) noexcept {
  char* const begin = reinterpret_cast<char*>(property);
  return *reinterpret_cast<direct_access*>(begin + PyProperty_Type.tp_basicsize);
}

/// The result of an entry; null without a Python error where an argument does not fit, or there is no
/// entry: then Python's own way through the function says what is wrong.
inline PyObject* entered_directly(entry enter, PyObject* const* given) {
  if (enter == nullptr) return nullptr;
  try {
    PyObject* const result = enter(given);
    return is_mismatch(result) ? nullptr : result;
  } catch (...) {
    boost::python::handle_exception();
    return nullptr;
  }
}

inline PyObject* get_property(PyObject* property, PyObject* object, PyObject* type) {
  if (object != nullptr && object != Py_None) {
    PyObject* const result = entered_directly(access_of(property).get, &object);
    if (result != nullptr || PyErr_Occurred() != nullptr) return result;
  }
  return PyProperty_Type.tp_descr_get(property, object, type);
}

inline int set_property(PyObject* property, PyObject* object, PyObject* value) {
  if (value != nullptr) {
    PyObject* const given[] = {object, value};
    PyObject* const result = entered_directly(access_of(property).set, given);
    Py_XDECREF(result);
    if (result != nullptr) return 0;
    if (PyErr_Occurred() != nullptr) return -1;
  }
  return PyProperty_Type.tp_descr_set(property, object, value);
}

inline void delete_property(PyObject* property) {
  Py_CLEAR(access_of(property).doc);
  PyProperty_Type.tp_dealloc(property);
}

inline PyGetSetDef property_attributes[] = {
    {"__doc__",
     [](PyObject* self, void*) {
       PyObject* const doc = access_of(self).doc;
       return boost::python::incref(doc == nullptr ? Py_None : doc);
     },
     [](PyObject* self, PyObject* doc, void*) {
       PyObject* const former = access_of(self).doc;
       Py_XINCREF(doc);
       access_of(self).doc = doc;
       Py_XDECREF(former);
       return 0;
     },
     nullptr, nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr}};

/// As `function != nullptr`, which g++ does not take for a constant where it sanitizes.
template <entry function>
inline constexpr bool is_there = !std::is_same_v<std::integral_constant<entry, function>,
                                                 std::integral_constant<entry, nullptr>>;

/// A class derived from Python's property, so that getter(), setter() and fget are there; made once.
/// GIL: attached. Throws error_already_set.
inline PyTypeObject* property_type() {
  static PyTypeObject type{};
  if (type.tp_dict != nullptr) return &type;
  type.ob_base = PyVarObject{PyObject_HEAD_INIT(nullptr) 0};
  type.tp_name = "gen_bindings.property";
  type.tp_base = &PyProperty_Type;
  type.tp_basicsize =
      PyProperty_Type.tp_basicsize + static_cast<Py_ssize_t>(sizeof(direct_access));
  type.tp_dealloc = &delete_property;
  type.tp_flags = Py_TPFLAGS_DEFAULT;
  type.tp_getset = property_attributes;
  type.tp_descr_get = &get_property;
  type.tp_descr_set = &set_property;
  if (PyType_Ready(&type) < 0) boost::python::throw_error_already_set();
  return &type;
}

}  // namespace detail

/// Defines a property of `scope`, a class. `set` may be null, and then `setter` is not looked at. `doc` may
/// be null. GIL: attached. Throws error_already_set.
template <entry get, entry set>
void define_property(enclosing_scope scope, const char* name, const char* doc,
                     const overload& getter, const overload& setter) {
  namespace python = boost::python;
  const python::object reads = new_method<get>(scope, name, {getter});
  python::object writes;
  if constexpr (detail::is_there<set>) writes = new_method<set>(scope, name, {setter});
  const python::object type{
      python::handle<>{python::borrowed(reinterpret_cast<PyObject*>(detail::property_type()))}};
  python::object made = type(reads, writes);
  if (doc != nullptr) made.attr("__doc__") = doc;
  detail::access_of(made.ptr()).get = get;
  detail::access_of(made.ptr()).set = set;
  detail::set_attribute(scope, name, made);
}

}  // namespace gen_bindings::fast
