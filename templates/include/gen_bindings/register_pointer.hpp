// Smart pointers that Boost.Python shall give to Python.
#pragma once

#include <boost/python/converter/registry.hpp>
#include <boost/python/register_ptr_to_python.hpp>
#include <boost/python/type_id.hpp>

namespace gen_bindings {

/// Teaches Boost.Python to make a Python object of a smart pointer. Does nothing where some module
/// of the process has done so: Boost.Python would warn of a second converter, and keep the first
/// (boost/python/converter/registry.hpp, insert).
///
/// GIL: attached, inside the module's initialisation, after the class_ of what it points to.
template <class Pointer>
void register_pointer() {
  namespace python = boost::python;
  const python::converter::registration* const known =
      python::converter::registry::query(python::type_id<Pointer>());
  if (known != nullptr && known->m_to_python != nullptr) return;
  python::register_ptr_to_python<Pointer>();
}

}  // namespace gen_bindings
