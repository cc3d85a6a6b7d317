// Boost.Python by hand: it registers Point, and takes and returns Path, which the generated module registers.
#include <boost/python.hpp>

#include <survey/survey.hpp>

namespace {

survey::Path line(const survey::Point& from, const survey::Point& to) {
  survey::Path path;
  path.add(from);
  path.add(to);
  return path;
}

double length(const survey::Path& path) {
  return path.length();
}

}  // namespace

BOOST_PYTHON_MODULE(survey_points) {
  namespace python = boost::python;
  python::class_<survey::Point>("Point", python::no_init)
      .def("__init__", python::make_constructor(+[](double x, double y) {
             return new survey::Point{x, y};
           }))
      .def_readwrite("x", &survey::Point::x)
      .def_readwrite("y", &survey::Point::y);
  python::def("line", &line);
  python::def("length", &length);
}
