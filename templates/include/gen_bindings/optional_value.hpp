// std::optional: a value or None.
#pragma once

#include <Python.h>

#include <boost/python/converter/registry.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/extract.hpp>
#include <boost/python/object_core.hpp>
#include <boost/python/refcount.hpp>
#include <boost/python/type_id.hpp>

#include <new>
#include <optional>
#include <type_traits>

#include "call_scope.hpp"
#include "converters.hpp"
#include "promise.hpp"

namespace gen_bindings {

/// A copy of what `pointer` refers to; nothing where it is null. GIL: as the copy needs it.
template <class T>
[[nodiscard]] std::optional<std::remove_cv_t<T>> pointee(T* pointer) {
  if (pointer == nullptr) return std::nullopt;
  return *pointer;
}

namespace detail {

/// Boost.Python's converter for one type of optional, both ways.
template <class Optional>
struct optional_converter {
  using value_type = typename Optional::value_type;

  static PyObject* convert(const Optional& given) {
    const conversion_scope<Optional> conversion;
    namespace python = boost::python;
    return python::incref(given ? python::object{*given}.ptr() : Py_None);
  }

  static void* convertible(PyObject* object) {
    if (object == Py_None) return object;
    return boost::python::extract<value_type>{object}.check() ? object : nullptr;
  }

  static void construct(PyObject* object,
                        boost::python::converter::rvalue_from_python_stage1_data* data) {
    const conversion_scope<Optional> conversion;
    namespace python = boost::python;
    using storage = python::converter::rvalue_from_python_storage<Optional>;
    void* const bytes = reinterpret_cast<storage*>(data)->storage.bytes;
    if (object == Py_None) {
      new (bytes) Optional{};
    } else {
      new (bytes) Optional{python::extract<value_type>{object}()};
    }
    data->convertible = bytes;
  }
};

}  // namespace detail

/// Teaches Boost.Python a std::optional whose value has converters, both ways: None is nothing.
/// Does nothing where that is known already, from another module too.
/// GIL: attached, inside the module's initialisation.
template <class Optional>
void register_optional() {
  if (has_to_python<Optional>()) return;
  using converter = detail::optional_converter<Optional>;
  register_to_python<Optional, converter, false>();
  register_from_python<Optional, converter>();
}

}  // namespace gen_bindings
