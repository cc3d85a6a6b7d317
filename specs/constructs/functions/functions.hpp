// Functions, and the ways to pass arguments to them.
#pragma once

#include <boost/python/dict.hpp>
#include <boost/python/tuple.hpp>

#include <cmath>
#include <string>

namespace functions {

inline int area(int width, int height) { return width * height; }

inline int half(int number) { return number / 2; }
inline double half(double number) { return number / 2; }

template <class Number>
Number twice(Number number) {
  return number + number;
}

inline std::string joined(const std::string& first, const std::string& second,
                          const std::string& between = ", ") {
  return first + between + second;
}

inline int counted(const boost::python::tuple& arguments, const boost::python::dict& keywords) {
  return static_cast<int>(boost::python::len(arguments) + boost::python::len(keywords));
}

}  // namespace functions
