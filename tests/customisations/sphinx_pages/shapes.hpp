// Two classes to be documented.
#pragma once

namespace acme {

class Shape {
 public:
  explicit Shape(double size) : size_{size} {}
  virtual ~Shape() = default;
  double area() const { return size_ * size_; }
  double size() const { return size_; }
  static Shape unit() { return Shape{1}; }

 private:
  double size_;
};

class Box : public Shape {
 public:
  Box() : Shape{1} {}
  int weight = 0;
};

}  // namespace acme
