// Objects that Python pickles.
#pragma once

#include <boost/python/dict.hpp>
#include <boost/python/extract.hpp>
#include <boost/python/object/pickle_support.hpp>
#include <boost/python/tuple.hpp>

#include <string>
#include <utility>

namespace pickled_objects {

struct World {
  std::string name;
  int visits = 0;

  explicit World(std::string called) : name{std::move(called)} {}
  boost::python::tuple state() const { return boost::python::make_tuple(visits); }
};
inline boost::python::tuple arguments(const World& world) {
  return boost::python::make_tuple(world.name);
}
inline void restore(World& world, const boost::python::tuple& state) {
  world.visits = boost::python::extract<int>(state[0]);
}

struct Note {};

struct Line {
  int length;
  explicit Line(int number) : length{number} {}
};
struct line_suite : boost::python::pickle_suite {
  static boost::python::tuple getinitargs(const Line& line) {
    return boost::python::make_tuple(line.length);
  }
};

struct Tagged {
  int n = 1;
};
inline boost::python::tuple whole_state(const boost::python::object& tagged) {
  const int n = boost::python::extract<int>(tagged.attr("n"));
  return boost::python::make_tuple(tagged.attr("__dict__"), n);
}
inline void restore_whole(const boost::python::object& tagged, const boost::python::tuple& state) {
  boost::python::extract<boost::python::dict>(tagged.attr("__dict__"))().update(state[0]);
  boost::python::setattr(tagged, "n", boost::python::object(state[1]));
}

}  // namespace pickled_objects
