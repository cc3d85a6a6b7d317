// NumPy, as Boost.Python knows it. Needs Boost.Python's library for NumPy: only where it is used.
#pragma once

#include <boost/python/errors.hpp>
#include <boost/python/numpy.hpp>

namespace gen_bindings {

/// Imports NumPy, and registers converters for its types.
/// GIL: attached, inside the module's initialisation, before anything of NumPy's is used.
/// Throws error_already_set where NumPy is not there, or is one that this Boost was not built for:
/// numpy::initialize() leaves that error for others to find (libs/python/src/numpy/numpy.cpp).
inline void initialize_numpy() {
  boost::python::numpy::initialize();
  if (PyErr_Occurred() != nullptr) boost::python::throw_error_already_set();
}

}  // namespace gen_bindings
