// Exceptions derived from each other, one that knows nothing of the others, and one that is no
// std::exception at all.
#pragma once

#include <boost/python/errors.hpp>

#include <functional>
#include <ios>
#include <stdexcept>
#include <string>
#include <system_error>

namespace exceptions {

class engine_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
class overheated : public engine_error {
 public:
  explicit overheated(int degrees) : engine_error{std::to_string(degrees)}, degrees{degrees} {}
  bool is_severe() const noexcept { return degrees > 150; }
  int degrees;
};
class Stopped : public std::exception {
 public:
  const char* what() const noexcept override { return "stopped \xff"; }
};
struct jammed {
  int tooth;
};
struct lost {
  std::string key;
};

/// The user's own translator: a KeyError, whose argument is the key itself.
inline void translate_lost(const lost& error) {
  PyErr_SetString(PyExc_KeyError, error.key.c_str());
}

inline int code_of(const std::system_error& error) { return error.code().value(); }

inline void run(int degrees) {
  if (degrees > 200) throw Stopped{};
  if (degrees > 100) throw overheated{degrees};
  if (degrees < 0) throw engine_error{"too cold"};
  if (degrees == 42) throw std::invalid_argument{"not 42"};
  if (degrees == 7) throw jammed{7};
  if (degrees == 8) throw lost{"eight"};
  if (degrees == 9) throw std::system_error{std::make_error_code(std::errc::timed_out)};
  if (degrees == 10) throw std::ios_base::failure{"ten"};
}

inline void around(const std::function<void()>& call) { call(); }

}  // namespace exceptions
