// Compiled into the generated module.
#include "adapters.hpp"

#include <boost/python/import.hpp>

namespace survey {

void import_points() {
  boost::python::import("survey_points");
}

}  // namespace survey
