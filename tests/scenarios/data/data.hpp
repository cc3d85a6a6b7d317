// Data of classes and of objects: copied, referred to, and found by methods that are there already.
#pragma once

#include <string>
#include <vector>

namespace data {

struct Point {
  int x = 0;
};

struct Node {
  Point at;
  Node* next = nullptr;
  std::vector<Point> trail = std::vector<Point>(2);

  std::vector<Point>::iterator begin() { return trail.begin(); }
  std::vector<Point>::iterator end() { return trail.end(); }
  Point& place() { return at; }
  void move(const Point& to) { at = to; }

  inline static int made = 3;
  inline static Point origin{};
  static const int limit = 7;
  static int count() { return made; }
  static void set_count(int count) { made = count; }
};

inline std::string author() { return "nobody"; }

/// One of many under the lock of the whole module.
struct Shared {
  inline static int uses = 0;
  int own = 0;
};

}  // namespace data
