// How objects end that were made by the shorter way: with what CPython does for every class, and no more.
#pragma once

#include <boost/python/instance_holder.hpp>

#include <Python.h>

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

/// Whether nothing ends with the object but an inline_holder of what needs no destructor, so that none of it
/// runs code.
inline bool ends_alone(PyObject* self, ::destructor own) noexcept {
  if (Py_TYPE(self)->tp_dealloc != own || Py_TYPE(self)->tp_finalize != nullptr) return false;
  const boost::python::instance_holder* const holder = first_holder(self);
  return holder != nullptr && is_exactly<inline_holder>(*holder) && holder->next() == nullptr &&
         static_cast<const inline_holder*>(holder)->held().destroy == nullptr &&
         is_inside(self, holder) && !has_attributes_or_weak_references(self);
}

/// The tp_dealloc of classes whose objects of C++ lie inside those of Python. GIL: attached.
inline void delete_object(PyObject* self) {
  if (!ends_alone(self, &delete_object)) {
    delete_as_cpython_does(self, &delete_object);
    return;
  }
  PyObject_GC_UnTrack(self);
  PyTypeObject* const type = Py_TYPE(self);
  type->tp_free(self);
  Py_DECREF(reinterpret_cast<PyObject*>(type));
}

}  // namespace gen_bindings::fast::detail
