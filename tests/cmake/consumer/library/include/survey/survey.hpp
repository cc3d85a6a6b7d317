// A library that knows nothing of Python.
#pragma once

#include <cstddef>
#include <vector>

namespace survey {

struct Point {
  double x;
  double y;
};

/// A way over points, in order.
class Path {
 public:
  void add(const Point& point) { points_.push_back(point); }
  std::size_t size() const { return points_.size(); }
  /// The last point; there has to be one.
  Point end() const { return points_.back(); }
  double length() const;

 private:
  std::vector<Point> points_;
};

double distance(const Point& from, const Point& to);

}  // namespace survey
