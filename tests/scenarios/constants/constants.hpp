// Constants of all kinds; some have no definition.
#pragma once

#include <string>

namespace constants {

constexpr int version = 3;
inline const std::string name = "engine";
enum class Unit { metre, mile };
constexpr Unit unit = Unit::mile;
constexpr char letters[] = "abc";

struct Limits {
  static const int most = 100;
  static constexpr double ratio = 0.25;
};

struct Point {
  int x;
};
inline const Point origin{5};
inline int next() {
  static int last = 0;
  return ++last;
}

}  // namespace constants
