// Classes that Python may override, and C++ that calls what it overrides.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace virtuals {

class Shape {
 public:
  explicit Shape(std::string name) : name_{std::move(name)} {}
  Shape(const Shape&) = delete;
  Shape& operator=(const Shape&) = delete;
  virtual ~Shape() = default;

  virtual double area(double scale) const = 0;
  virtual std::string describe() const { return "a shape named " + name_; }
  virtual void grow(double by) { size_ += by; }
  double size() const { return size_; }

 private:
  std::string name_;
  double size_ = 0;
};

struct Pen {
  int strokes = 0;
};

class Square : public Shape {
 public:
  explicit Square(double side) : Shape{"square"}, side_{side} {}
  double area(double scale) const override { return side_ * side_ * scale; }
  virtual void draw(Pen& pen) const { pen.strokes += 4; }

 private:
  double side_;
};

/// Where C++ has none to fall back on, and must not be unwound.
class Order {
 public:
  Order() = default;
  Order(const Order&) = delete;
  Order& operator=(const Order&) = delete;
  virtual ~Order() = default;
  virtual int compare(int first, int second) const noexcept = 0;
};

inline int strokes_of(const Square& square) {
  Pen pen;
  square.draw(pen);
  return pen.strokes;
}
inline double area_of(const Shape& shape, double scale) { return shape.area(scale); }
inline std::string describe(const Shape& shape) { return shape.describe(); }
inline double grown(Shape& shape, double by) {
  shape.grow(by);
  return shape.size();
}
inline double area_on_a_thread(const Shape& shape, double scale) {
  double area = 0;
  std::exception_ptr failed;
  std::thread{[&] {
    try {
      area = shape.area(scale);
    } catch (...) {
      failed = std::current_exception();
    }
  }}.join();
  if (failed) std::rethrow_exception(failed);
  return area;
}
inline int larger(const Order& order, int first, int second) {
  int larger = first;
  std::thread{[&] { larger = order.compare(first, second) < 0 ? second : first; }}.join();
  return larger;
}

}  // namespace virtuals
