// The type of a parameter, told from the type of a function.
#pragma once

#include <boost/python/type_id.hpp>

#include <cstddef>
#include <cstring>
#include <deque>
#include <string>
#include <typeinfo>

namespace gen_bindings::detail {

#ifdef BOOST_PYTHON_TYPE_ID_NAME

/// What typeid is asked about where X is meant: see parameter_type_of().
template <class X>
using described = void(X);

/// A type that is known by its name alone.
class named_type final : public std::type_info {
 public:
  explicit named_type(const char* name) : std::type_info{name} {}
};

/// X, of typeid(described<X>). The compiler describes a type of functions by its name alone, where to describe X it
/// would compile and describe each of its bases too: for a class template that hundreds of classes are arguments
/// of, half of a module.
///
/// Where Boost.Python knows types by their names, these are those of the Itanium C++ ABI, in which `void(X)` is
/// "Fv", the name of X, "E". GIL: attached. The name lives as long as the process.
inline boost::python::type_info parameter_type_of(const std::type_info& function) {
  static auto& names = *new std::deque<std::string>;
  constexpr std::size_t before = 2;
  constexpr std::size_t after = 1;
  const char* const name = function.name();
  names.emplace_back(name + before, std::strlen(name) - before - after);
  return boost::python::type_info{named_type{names.back().c_str()}};
}

#else

template <class X>
using described = X;

inline boost::python::type_info parameter_type_of(const std::type_info& type) {
  return boost::python::type_info{type};
}

#endif

}  // namespace gen_bindings::detail
