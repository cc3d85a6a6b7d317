// Containers of the standard library as classes of Python.
#pragma once

#include <boost/python/suite/indexing/vector_indexing_suite.hpp>

#include <map>
#include <string>
#include <vector>

namespace container_classes {

struct Point {
  int x = 0;
  bool operator==(const Point& other) const { return x == other.x; }
};
using Points = std::vector<Point>;
using Prices = std::map<std::string, double>;

/// A suite of one's own: nothing is removed.
struct growing : boost::python::vector_indexing_suite<std::vector<int>, false, growing> {
  static void delete_item(std::vector<int>&, index_type) {
    PyErr_SetString(PyExc_TypeError, "it only grows");
    boost::python::throw_error_already_set();
  }
};

}  // namespace container_classes
