// Shapes, which another module builds on.
#pragma once

#include <memory>
#include <stdexcept>

namespace imported {

enum class Color { red, blue };

struct shape_error : std::runtime_error {
  using std::runtime_error::runtime_error;
  int code() const { return 7; }
};

class Shape {
 public:
  explicit Shape(double scale) : scale_(scale) {}
  virtual ~Shape() = default;

  virtual double area() const { return scale_; }
  double scale() const { return scale_; }
  double twice() const { return 2 * area(); }
  void grow(double by) {
    if (by <= 0) throw shape_error("not above zero");
    scale_ *= by;
  }

  Color color = Color::red;

 private:
  double scale_;
};

template <class Progress>
bool ask(const Progress& progress) {
  return progress(0.5);
}

}  // namespace imported
