// What builds on the classes, enumerations and exceptions of other modules.
#pragma once

#include "../enum_kinds/enum_kinds.hpp"
#include "../error_classes/error_classes.hpp"
#include "../overriding/overriding.hpp"

namespace other_modules {

class Square : public overriding::Shape {
 public:
  explicit Square(double side) : side_(side) {}
  double area() const override { return side_ * side_; }

 private:
  double side_;
};

inline enum_kinds::Color painted(const overriding::Shape& shape, enum_kinds::Color color) {
  return shape.area() > 0 ? color : enum_kinds::Color::red;
}

inline bool fits(const overriding::Shape& shape) { return shape.area() < 100; }

}  // namespace other_modules
