// enclosing_scope: the module or class that something is defined in.
#pragma once

#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object_core.hpp>

#include <Python.h>

namespace gen_bindings::fast {

/// Refers to it without a reference of its own, so that code that defines hundreds of things has nothing to
/// give back. Classes and modules outlive their definition. GIL: attached.
class enclosing_scope {
 public:
  // Not explicit: whatever Boost.Python calls a class or a scope will do.
  enclosing_scope(const boost::python::api::object& scope) noexcept : object_{scope.ptr()} {}
  /// What it is an attribute of keeps it. Throws error_already_set with Python's AttributeError.
  template <class Policies>
  enclosing_scope(const boost::python::api::proxy<Policies>& scope)
      : object_{boost::python::object{scope}.ptr()} {}
  explicit enclosing_scope(PyObject* scope) noexcept : object_{scope} {}

  [[nodiscard]] PyObject* ptr() const noexcept { return object_; }
  [[nodiscard]] bool is_module() const noexcept { return PyModule_Check(object_) != 0; }

  /// Throws error_already_set with Python's AttributeError.
  [[nodiscard]] boost::python::object attribute(const char* name) const {
    return boost::python::object{boost::python::handle<>{PyObject_GetAttrString(object_, name)}};
  }

 private:
  PyObject* object_;
};

}  // namespace gen_bindings::fast
