// Classes held by shared pointers, derived from each other.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include <boost/make_shared.hpp>
#include <boost/shared_ptr.hpp>

namespace held {

class Shape {
 public:
  virtual ~Shape() = default;
  virtual std::string name() const { return "shape"; }
};

class Circle : public Shape {
 public:
  explicit Circle(double radius) : radius_{radius} {}
  std::string name() const override { return "circle"; }
  double radius() const { return radius_; }

 private:
  double radius_;
};

inline std::shared_ptr<Shape> pass(std::shared_ptr<Shape> shape) { return shape; }
inline std::shared_ptr<Shape> make(bool round) {
  if (round) return std::make_shared<Circle>(1.5);
  return nullptr;
}
inline std::shared_ptr<Circle> unit() { return std::make_shared<Circle>(1.0); }

/// Keeps a shape on the C++ side.
class Frame {
 public:
  void put(const std::shared_ptr<Shape>& shape) { shape_ = shape; }
  std::shared_ptr<Shape> shape() const { return shape_; }
  long owners() const { return shape_.use_count(); }

 private:
  std::shared_ptr<Shape> shape_;
};

struct Node {
  explicit Node(int number) : n{number} {}
  int n;
};
inline boost::shared_ptr<Node> node(int n) { return boost::make_shared<Node>(n); }

}  // namespace held
