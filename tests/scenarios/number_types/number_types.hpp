#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

namespace numbers {

/// Gives back what it was given, as C++ has it.
template <class T>
T same(T value) {
  return value;
}

/// Which of the overloads it was.
inline std::string kind(int, int) { return "two ints"; }
inline std::string kind(double, bool) { return "a double and a bool"; }

struct Pair {
  Pair(int first, std::uint8_t second) : sum{first + second} {}

  int scaled(double by, bool negated) const {
    const int whole = static_cast<int>(sum * by);
    return negated ? -whole : whole;
  }

  int sum;
};

}  // namespace numbers
