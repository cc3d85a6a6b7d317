// Enumerations that are classes of Python's module enum.
#pragma once

#include <cstdint>

namespace python_enums {

enum class Level { low = -1, high = 1, highest = 1 };
enum Shade : unsigned char { pale = 3, deep = 250 };
enum class Access : std::uint16_t { none = 0, read = 1, write = 2 };

inline Level next(Level level) { return level == Level::low ? Level::high : Level::low; }
inline Level odd() { return static_cast<Level>(5); }
inline Shade same(Shade shade) { return shade; }
inline Access both(Access one, Access other) {
  return static_cast<Access>(static_cast<unsigned>(one) | static_cast<unsigned>(other));
}

class Lamp {
 public:
  enum class State { off, on };

  State state() const { return state_; }
  void set_state(State state) { state_ = state; }

 private:
  State state_ = State::off;
};

}  // namespace python_enums
