// Scoped and unscoped enumerations, and one with two names for a value.
#pragma once

namespace enumerations {

enum class Color { red, green, blue = 7 };
enum Fruit { apple, pear };
enum class Size : unsigned char { small = 1, little = 1, large = 200 };

inline Color next(Color color) {
  return color == Color::red ? Color::green : color == Color::green ? Color::blue : Color::red;
}
inline int weight(Fruit fruit) { return fruit == apple ? 150 : 180; }

}  // namespace enumerations
