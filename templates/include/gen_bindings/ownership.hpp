// owns_python<T>: whether copying, assigning or destroying a T may touch a Python reference count.
#pragma once

#include <boost/python/back_reference.hpp>
#include <boost/python/handle_fwd.hpp>
#include <boost/python/object_core.hpp>

#include <array>
#include <cstddef>
#include <type_traits>

namespace gen_bindings {

namespace on_error {
template <class Declared>
struct propagate;
}

struct value_initialized;

template <class Signature, class OnError = on_error::propagate<value_initialized>>
class callback;

namespace detail {

// By pointer conversion, because std::is_base_of needs a complete type and opaque pointers have
// none.
template <class T>
inline constexpr bool is_python_object =
    std::is_convertible_v<std::add_pointer_t<T>, const boost::python::api::object*>;

}  // namespace detail

/// The rule for one type, without const, volatile, reference and array. Specialise it as
/// std::true_type for a class of your own that holds Python objects inside, where nothing of it
/// shows in the type.
template <class T>
struct python_ownership : std::bool_constant<detail::is_python_object<T>> {};

/// True for Boost.Python's objects and handles, for Python's own structures, and for whatever is
/// made of them: pointers, references, arrays, function types, and any class template with such an
/// argument (containers, optional, variant, function, shared_ptr and the like). False for
/// callback<>, which attaches by itself. What an opaque class holds inside is not seen.
template <class T>
inline constexpr bool owns_python = python_ownership<
    std::remove_cv_t<std::remove_all_extents_t<std::remove_reference_t<T>>>>::value;

template <class T>
struct python_ownership<T*> : std::bool_constant<owns_python<T>> {};

template <class T, std::size_t Size>
struct python_ownership<std::array<T, Size>> : std::bool_constant<owns_python<T>> {};

template <class Result, class... Arguments>
struct python_ownership<Result(Arguments...)>
    : std::bool_constant<(owns_python<Result> || ... || owns_python<Arguments>)> {};

template <class Result, class... Arguments>
struct python_ownership<Result(Arguments...) noexcept> : python_ownership<Result(Arguments...)> {};

template <template <class...> class Template, class... Arguments>
struct python_ownership<Template<Arguments...>>
    : std::bool_constant<(detail::is_python_object<Template<Arguments...>> || ... ||
                          owns_python<Arguments>)> {};

template <>
struct python_ownership<PyObject> : std::true_type {};

template <>
struct python_ownership<PyTypeObject> : std::true_type {};

template <class T>
struct python_ownership<boost::python::handle<T>> : std::true_type {};

template <class T>
struct python_ownership<boost::python::back_reference<T>> : std::true_type {};

template <class Policies>
struct python_ownership<boost::python::api::proxy<Policies>> : std::true_type {};

template <class Signature, class OnError>
struct python_ownership<callback<Signature, OnError>> : std::false_type {};

}  // namespace gen_bindings
