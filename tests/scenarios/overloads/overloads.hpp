// Functions of one name, defaults and keywords.
#pragma once

#include <string>

namespace overloads {

inline std::string kind(bool) { return "bool"; }
inline std::string kind(int) { return "int"; }
inline std::string kind(double) { return "double"; }
inline std::string kind(const std::string&) { return "str"; }

inline std::string wide(double) { return "double"; }
inline std::string wide(int) { return "int"; }

inline int sum(int a, int b, int c) { return a + 10 * b + 100 * c; }

inline std::string repeat(const std::string& text, unsigned times) {
  std::string all;
  for (unsigned i = 0; i < times; ++i) all += text;
  return all;
}

template <class Number>
Number twice(Number number) {
  return number + number;
}

}  // namespace overloads
