// What builds on the shapes of another module.
#pragma once

#include <memory>

#include "../imported/imported.hpp"

namespace importing {

struct solid_error : imported::shape_error {
  using imported::shape_error::shape_error;
};

class Circle : public imported::Shape {
 public:
  explicit Circle(double radius) : imported::Shape(radius) {}
  double area() const override { return 3 * scale() * scale(); }
  virtual int corners() const { return 0; }
};

inline std::shared_ptr<imported::Shape> larger(std::shared_ptr<imported::Shape> one,
                                               std::shared_ptr<imported::Shape> other) {
  return one->area() < other->area() ? other : one;
}
inline double sum(const imported::Shape& one, const imported::Shape& other) {
  return one.area() + other.area();
}
inline imported::Shape unit() { return imported::Shape(1); }
inline imported::Shape* made(double scale) { return new imported::Shape(scale); }
inline imported::Color opposite(imported::Color color) {
  return color == imported::Color::red ? imported::Color::blue : imported::Color::red;
}
inline void fail() { throw solid_error("not a solid"); }
inline int found(int number) { return number; }
inline int corners_of(const Circle& circle) { return circle.corners(); }

}  // namespace importing
