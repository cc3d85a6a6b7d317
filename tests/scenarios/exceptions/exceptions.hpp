// Exceptions derived from each other, and one that knows nothing of the others.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>

namespace exceptions {

class engine_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
class overheated : public engine_error {
 public:
  using engine_error::engine_error;
};
class Stopped : public std::exception {
 public:
  const char* what() const noexcept override { return "stopped \xff"; }
};

inline void run(int degrees) {
  if (degrees > 200) throw Stopped{};
  if (degrees > 100) throw overheated{std::to_string(degrees)};
  if (degrees < 0) throw engine_error{"too cold"};
  if (degrees == 42) throw std::invalid_argument{"not 42"};
}

inline void around(const std::function<void()>& call) { call(); }

}  // namespace exceptions
