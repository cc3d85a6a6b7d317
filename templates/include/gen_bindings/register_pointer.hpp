// Smart pointers that Boost.Python shall give to Python.
#pragma once

#include <boost/python/register_ptr_to_python.hpp>

#include "converters.hpp"

namespace gen_bindings {

/// Teaches Boost.Python to make a Python object of a smart pointer, unless some module of the
/// process has done so.
///
/// GIL: attached, inside the module's initialisation, after the class_ of what it points to.
template <class Pointer>
void register_pointer() {
  if (!has_to_python<Pointer>()) boost::python::register_ptr_to_python<Pointer>();
}

}  // namespace gen_bindings
