// Registers converters between C++ and Python, each of them once.
#pragma once

#include <boost/python/converter/pytype_function.hpp>
#include <boost/python/converter/registry.hpp>
#include <boost/python/to_python_converter.hpp>
#include <boost/python/type_id.hpp>

#include <type_traits>

namespace gen_bindings {

/// Whether some module of the process has registered how a T becomes a Python object. Boost.Python
/// would warn of a second converter, and keep the first (registry.hpp, insert).
/// GIL: attached.
template <class T>
bool has_to_python() {
  namespace python = boost::python;
  const python::converter::registration* const known =
      python::converter::registry::query(python::type_id<T>());
  return known != nullptr && known->m_to_python != nullptr;
}

/// Registers Converter::convert, a static function that makes a new Python object of a T, unless
/// there is a converter already. `has_type`: Converter::get_pytype names its Python type.
/// GIL: attached, inside the module's initialisation.
template <class T, class Converter, bool has_type>
void register_to_python() {
  if (!has_to_python<T>()) boost::python::to_python_converter<T, Converter, has_type>();
}

namespace detail {

/// Of a from-python converter for which Python objects of any type may fit.
struct any_type {};

}  // namespace detail

/// Registers how a T is made of a Python object. Converter::convertible(PyObject*) returns null
/// where the object does not fit; Converter::construct(PyObject*, rvalue_from_python_stage1_data*)
/// makes the T in the storage that it is given (boost/python/converter/rvalue_from_python_data.hpp).
/// From: the C++ class of the Python objects that fit, for docstrings.
/// GIL: attached, inside the module's initialisation.
template <class T, class Converter, class From = detail::any_type>
void register_from_python() {
  namespace converter = boost::python::converter;
  if constexpr (std::is_same_v<From, detail::any_type>) {
    converter::registry::push_back(&Converter::convertible, &Converter::construct,
                                   boost::python::type_id<T>());
  } else {
    converter::registry::push_back(&Converter::convertible, &Converter::construct,
                                   boost::python::type_id<T>(),
                                   &converter::expected_from_python_type<From>::get_pytype);
  }
}

}  // namespace gen_bindings
