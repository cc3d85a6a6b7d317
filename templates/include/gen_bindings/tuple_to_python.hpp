// std::pair and std::tuple as tuples of Python.
#pragma once

#include <Python.h>

#include <boost/python/handle.hpp>
#include <boost/python/object_core.hpp>
#include <boost/python/refcount.hpp>

#include <cstddef>
#include <tuple>
#include <utility>

#include "call_scope.hpp"
#include "converters.hpp"
#include "promise.hpp"

namespace gen_bindings {

namespace detail {

/// Makes a tuple of what the parts become.
template <class Tuple>
struct tuple_to_python {
  static PyObject* convert(const Tuple& all) {
    const conversion_scope<Tuple> conversion;
    return made(all, std::make_index_sequence<std::tuple_size_v<Tuple>>{});
  }

 private:
  template <std::size_t... Index>
  static PyObject* made([[maybe_unused]] const Tuple& all, std::index_sequence<Index...>) {
    namespace python = boost::python;
    python::handle<> tuple{PyTuple_New(static_cast<Py_ssize_t>(sizeof...(Index)))};
    (PyTuple_SET_ITEM(tuple.get(), static_cast<Py_ssize_t>(Index),
                      python::incref(python::object{std::get<Index>(all)}.ptr())),
     ...);
    return tuple.release();
  }
};

}  // namespace detail

/// Teaches Boost.Python to make a tuple of a std::pair or std::tuple, whose parts have converters.
/// Does nothing where that is known already, from another module too.
/// GIL: attached, inside the module's initialisation.
template <class Tuple>
void register_tuple() {
  register_to_python<Tuple, detail::tuple_to_python<Tuple>, false>();
}

}  // namespace gen_bindings
