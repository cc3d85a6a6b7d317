// Arrays of NumPy, and functions that it broadcasts.
#pragma once

#include <boost/python/numpy.hpp>

namespace numpy_functions {

namespace numpy = boost::python::numpy;

inline numpy::ndarray zeros(int count, const numpy::dtype& type) {
  return numpy::zeros(boost::python::make_tuple(count), type);
}

class Scaled {
 public:
  using argument_type = double;
  using result_type = double;

  explicit Scaled(double by) : by_{by} {}
  double operator()(double value) const { return by_ * value; }

 private:
  double by_;
};

}  // namespace numpy_functions
