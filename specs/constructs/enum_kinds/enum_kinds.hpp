// Enumerations of C++, and what they are in Python.
#pragma once

namespace enum_kinds {

enum class Color { red = 1, blue = 2 };
enum class Level { low, high, highest = high };
enum class Access { none = 0, read = 1, write = 2 };

inline Color other(Color color) { return color == Color::red ? Color::blue : Color::red; }
inline Level next(Level level) { return level == Level::low ? Level::high : Level::low; }
inline Access both() { return static_cast<Access>(3); }

}  // namespace enum_kinds
