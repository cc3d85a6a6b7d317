// Constants of all kinds; some have no definition.
#pragma once

#include <cstdlib>
#include <stdexcept>
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
/// Throws where the environment says so: then the module can't be imported.
inline int tried() {
  if (std::getenv("CONSTANTS_FAIL") != nullptr) throw std::runtime_error{"no constant"};
  return 7;
}
inline int next() {
  static int last = 0;
  return ++last;
}

}  // namespace constants
