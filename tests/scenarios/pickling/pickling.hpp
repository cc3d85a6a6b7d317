// Objects that are pickled: by their arguments, with a state, with what Python has set, by a suite.
#pragma once

#include <boost/python/dict.hpp>
#include <boost/python/extract.hpp>
#include <boost/python/object/pickle_support.hpp>
#include <boost/python/tuple.hpp>
#include <string>

namespace pickling {

struct Place {
  std::string name;
  int visits = 0;

  explicit Place(const std::string& called) : name{called} {}
  boost::python::tuple state() const { return boost::python::make_tuple(visits); }
};

inline boost::python::tuple arguments(const Place& place) {
  return boost::python::make_tuple(place.name);
}

inline void restore(Place& place, const boost::python::tuple& state) {
  place.visits = boost::python::extract<int>(state[0]);
}

struct Tagged : Place {
  using Place::Place;
};

inline boost::python::tuple whole_state(const boost::python::object& place) {
  const Tagged& tagged = boost::python::extract<const Tagged&>(place);
  return boost::python::make_tuple(place.attr("__dict__"), tagged.visits);
}

inline void restore_whole(const boost::python::object& place, const boost::python::tuple& state) {
  boost::python::extract<boost::python::dict>(place.attr("__dict__"))().update(state[0]);
  Tagged& tagged = boost::python::extract<Tagged&>(place);
  tagged.visits = boost::python::extract<int>(state[1]);
}

struct Plain {
  int n = 0;
};

struct Suited {
  int n = 0;
  explicit Suited(int number) : n{number} {}
};

struct suite : boost::python::pickle_suite {
  static boost::python::tuple getinitargs(const Suited& suited) {
    return boost::python::make_tuple(suited.n);
  }
};

}  // namespace pickling
