// What builds on the shapes.
#pragma once
#include "shapes.hpp"

namespace acme {

struct Prism : Shape {
  Prism(const Shape& base, double height) : Shape{base}, height{height} {}
  double height;
};

inline double volume(const Prism& prism) { return scaled(prism, prism.height); }
inline Shape base_of(const Prism& prism) { return prism; }

}  // namespace acme
