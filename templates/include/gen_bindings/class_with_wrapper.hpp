// A class whose virtual functions a hand-written wrapper leads to Python.
#pragma once

#include <boost/python/class.hpp>
#include <boost/python/wrapper.hpp>

#include <type_traits>

namespace gen_bindings {

/// Boost.Python's class_ of T, whose objects are made as `Wrapper`, which is derived from T.
///
/// A wrapper derived from boost::python::wrapper<T> takes the place of the class, and learns of its
/// Python object once it is held. Any other one is the held type, and every constructor of it is
/// given the Python object first (boost/python/object/class_metadata.hpp, use_back_reference).
template <class T, class Wrapper, class... Options>
using class_with_wrapper =
    std::conditional_t<std::is_base_of_v<boost::python::detail::wrapper_base, Wrapper>,
                       boost::python::class_<Wrapper, Options...>,
                       boost::python::class_<T, Wrapper, Options...>>;

}  // namespace gen_bindings
