// Virtual functions that classes of Python override.
#pragma once

#include <string>

namespace overriding {

class Shape {
 public:
  virtual ~Shape() = default;
  virtual double area() const = 0;
  virtual std::string name() const { return "shape"; }
};

inline std::string described(const Shape& shape) {
  return shape.name() + " of " + std::to_string(static_cast<int>(shape.area()));
}

}  // namespace overriding
