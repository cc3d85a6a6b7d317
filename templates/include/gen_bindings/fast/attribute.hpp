// Data members that Python reads and writes.
#pragma once

#include <boost/python/object.hpp>

#include <Python.h>

#include <string>
#include <type_traits>

#include "argument.hpp"
#include "object_argument.hpp"
#include "property.hpp"
#include "result.hpp"

namespace gen_bindings::fast {

namespace detail {

template <class T>
struct member_type;

template <class T, class Class>
struct member_type<T Class::*> {
  using type = std::remove_cv_t<T>;
};

/// Members whose value is copied, with no question of who owns it.
template <class T>
inline constexpr bool is_plain_value =
    std::is_arithmetic_v<T> || std::is_same_v<T, std::string>;

template <class Class, auto member>
PyObject* read_member(PyObject* const* given) {
  conversions all{given};
  object_argument<const Class&> self{all};
  if (!self.fits()) return all.mismatch();
  using value = typename member_type<decltype(member)>::type;
  return to_python(static_cast<value>(self.get().*member));
}

template <class Class, auto member>
PyObject* write_member(PyObject* const* given) {
  using value = typename member_type<decltype(member)>::type;
  conversions all{given};
  object_argument<Class&> self{all};
  if (!self.fits()) return all.mismatch();
  argument<std::conditional_t<std::is_arithmetic_v<value>, value, const value&>> assigned{all};
  if (!assigned.fits() || !all.finish()) return all.mismatch();
  self.get().*member = assigned.get();
  return none();
}

/// The signatures of an accessor whose value is plain.
struct access_signatures {
  const char* read;
  const char* write;
};

template <class T>
constexpr access_signatures signatures_of() {
  if (std::is_same_v<T, bool>) return {": \n-> bool", ": \nvalue: bool\n-> None"};
  if (is_integer<T>) return {": \n-> int", ": \nvalue: int\n-> None"};
  if (std::is_floating_point_v<T>) return {": \n-> float", ": \nvalue: float\n-> None"};
  return {": \n-> str", ": \nvalue: str\n-> None"};
}

}  // namespace detail

/// Defines an attribute of a class, as class_::def_readonly and def_readwrite do, which have all members
/// that are no plain values. `doc` may be null. GIL: attached. Throws error_already_set.
template <class Class, auto member, bool is_writable, class Exposed>
void define_attribute(Exposed& scope, const char* name, const char* doc) {
  using value = typename detail::member_type<decltype(member)>::type;
  if constexpr (detail::is_plain_value<value>) {
    constexpr entry get = &detail::read_member<Class, member>;
    constexpr detail::access_signatures signatures = detail::signatures_of<value>();
    const overload reads{get, signatures.read};
    if constexpr (is_writable) {
      constexpr entry set = &detail::write_member<Class, member>;
      const overload writes{set, signatures.write};
      define_property<get, set>(scope, name, doc, reads, writes);
    } else {
      define_property<get, nullptr>(scope, name, doc, reads, {});
    }
  } else if constexpr (is_writable) {
    scope.def_readwrite(name, member, doc);
  } else {
    scope.def_readonly(name, member, doc);
  }
}

}  // namespace gen_bindings::fast
