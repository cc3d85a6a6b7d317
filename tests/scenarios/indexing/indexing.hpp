// Containers that Python indexes.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace indexing {

struct Point {
  int x = 0;
  explicit Point(int at = 0) : x{at} {}
  bool operator==(const Point& other) const { return x == other.x; }
};

using Row = std::vector<double>;

}  // namespace indexing
