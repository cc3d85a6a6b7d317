// Arrays of NumPy, and functions that it broadcasts.
#pragma once

#include <boost/python/numpy.hpp>

namespace numpy_arrays {

namespace numpy = boost::python::numpy;

inline numpy::ndarray zeros(int count, const numpy::dtype& type) {
  return numpy::zeros(boost::python::make_tuple(count), type);
}
inline int dimensions(const numpy::ndarray& array) { return array.get_nd(); }

struct Scaled {
  using argument_type = double;
  using result_type = double;
  explicit Scaled(double by) : by{by} {}
  double operator()(double value) const { return by * value; }
  double by;
};

struct Larger {
  using first_argument_type = double;
  using second_argument_type = double;
  using result_type = double;
  double operator()(double first, double second) const { return first < second ? second : first; }
};

}  // namespace numpy_arrays
