// How objects end that were made by the shorter way: with what CPython does for every class, and no more.
#pragma once

#include <boost/python/instance_holder.hpp>

#include <Python.h>

#include <type_traits>

#include "boost_inside.hpp"
#include "inline_holder.hpp"

namespace gen_bindings::fast::detail {

/// As CPython deletes an object of a class that was made in Python, with Boost.Python's part of it:
/// `__del__` first, which may revive it; never deeper into the stack than CPython allows.
/// `own` is the tp_dealloc that calls this. GIL: attached.
inline void delete_as_cpython_does(PyObject* self, ::destructor own) {
  PyTypeObject* const type = Py_TYPE(self);
  // For objects of subclasses CPython has called it already.
  const bool is_exact = type->tp_dealloc == own;
  if (is_exact && type->tp_finalize != nullptr && PyObject_CallFinalizerFromDealloc(self) < 0) return;
  PyObject_GC_UnTrack(self);
  // CPython's macros say it without its namespace, and here is another of that name.
  using ::destructor;
  Py_TRASHCAN_BEGIN(self, own);
  deleter_of_instances()(self);
  // As of every class that is made at run time, an instance owns a reference to its class.
  Py_DECREF(reinterpret_cast<PyObject*>(type));
  Py_TRASHCAN_END;
}

/// Whether nothing ends with the object but an inline_holder, and none of it runs code of Python.
template <class T>
bool ends_alone(PyObject* self, ::destructor own) noexcept {
  if constexpr (std::is_trivially_destructible_v<T>) {
    if (Py_TYPE(self)->tp_dealloc != own || Py_TYPE(self)->tp_finalize != nullptr) return false;
    boost::python::instance_holder* const holder = first_holder(self);
    return holder != nullptr && holder->next() == nullptr && is_exactly<inline_holder<T>>(*holder) &&
           is_inside(self, holder) && !has_attributes_or_weak_references(self);
  } else {
    static_cast<void>(self);
    static_cast<void>(own);
    return false;
  }
}

/// The tp_dealloc of a class whose objects hold a T inside. GIL: attached.
template <class T>
void delete_object(PyObject* self) {
  if (!ends_alone<T>(self, &delete_object<T>)) {
    delete_as_cpython_does(self, &delete_object<T>);
    return;
  }
  PyObject_GC_UnTrack(self);
  static_cast<inline_holder<T>*>(first_holder(self))->~inline_holder<T>();
  PyTypeObject* const type = Py_TYPE(self);
  type->tp_free(self);
  Py_DECREF(reinterpret_cast<PyObject*>(type));
}

}  // namespace gen_bindings::fast::detail
