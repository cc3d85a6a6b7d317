// F19: another module with a copy of the same guards.
#include <boost/python/def.hpp>
#include <boost/python/module.hpp>

#include "adapters.hpp"
#include "guards.hpp"

BOOST_PYTHON_MODULE(naive_second) {
  using namespace naive;
  namespace python = boost::python;
  python::def("nesting_address",
              &incidents::nesting_address<counting_with_gil, counting_without_gil>);
  python::def("nested_with", &incidents::nested_with<counting_with_gil, counting_without_gil>);
}
