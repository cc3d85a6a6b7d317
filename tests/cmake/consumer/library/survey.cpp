// What takes time, as far as this library goes.
#include <survey/survey.hpp>

#include <cmath>

namespace survey {

double distance(const Point& from, const Point& to) {
  return std::hypot(to.x - from.x, to.y - from.y);
}

double Path::length() const {
  double sum = 0;
  for (std::size_t index = 1; index < points_.size(); ++index) {
    sum += distance(points_[index - 1], points_[index]);
  }
  return sum;
}

}  // namespace survey
