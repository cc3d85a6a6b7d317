// What the first module binds and the second one uses.
#pragma once

namespace acme {

class Shape {
 public:
  explicit Shape(double area) : area_{area} {}
  double area() const { return area_; }

 private:
  double area_;
};

double scaled(const Shape& shape, double by);

}  // namespace acme
