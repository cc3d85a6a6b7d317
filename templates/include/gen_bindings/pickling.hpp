// Lets Python's pickle have objects of a class.
#pragma once

#include <Python.h>

#include <boost/python/class.hpp>
#include <boost/python/def_visitor.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object.hpp>

namespace gen_bindings {

namespace detail {

/// Boost.Python asks any object for `__getstate__`, and takes what it finds for the class's own
/// (libs/python/src/object/pickle_support.cpp). Since Python 3.11 every object has one
/// (bpo-26579), with which an object with attributes could not be pickled.
/// GIL: attached. Throws error_already_set.
template <typename Class>
void hide_state_of_object(Class& bound) {
  namespace py = boost::python;
  PyObject* const base = reinterpret_cast<PyObject*>(&PyBaseObject_Type);
  if (!PyObject_HasAttrString(base, "__getstate__")) return;
  const py::handle<> of_object{PyObject_GetAttrString(base, "__getstate__")};
  const py::handle<> of_class{PyObject_GetAttrString(bound.ptr(), "__getstate__")};
  if (of_class.get() == of_object.get()) bound.setattr("__getstate__", py::object{});
}

}  // namespace detail

/// Enables pickling by methods that the class has: `__getinitargs__`, `__getstate__` and
/// `__setstate__`, in C++ or in Python. GIL: attached. Throws error_already_set.
class pickled : public boost::python::def_visitor<pickled> {
 public:
  /// Whether `__getstate__` takes the attributes that Python has set as well.
  explicit pickled(bool state_holds_dict) : state_holds_dict_{state_holds_dict} {}

 private:
  friend class boost::python::def_visitor_access;

  template <typename Class>
  void visit(Class& bound) const {
    bound.enable_pickling();
    if (state_holds_dict_) bound.setattr("__getstate_manages_dict__", true);
    detail::hide_state_of_object(bound);
  }

  bool state_holds_dict_;
};

/// Enables pickling by a suite, derived from boost::python::pickle_suite.
/// GIL: attached. Throws error_already_set.
template <typename Suite>
class pickled_by : public boost::python::def_visitor<pickled_by<Suite>> {
  friend class boost::python::def_visitor_access;

  template <typename Class>
  void visit(Class& bound) const {
    bound.def_pickle(Suite{});
    detail::hide_state_of_object(bound);
  }
};

}  // namespace gen_bindings
