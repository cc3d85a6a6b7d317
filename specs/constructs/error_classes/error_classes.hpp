// Exceptions of C++ as errors of Python.
#pragma once

#include <boost/python/errors.hpp>

#include <stdexcept>

namespace error_classes {

class engine_error : public std::runtime_error {
 public:
  explicit engine_error(int code) : runtime_error{"it stalled"}, code{code} {}
  bool is_severe() const { return code > 1; }
  const int code;
};
struct fuel_error : engine_error {
  fuel_error() : engine_error{2} {}
};
struct not_found : std::runtime_error {
  not_found() : runtime_error{"nothing there"} {}
};
struct status {
  int number;
};
inline void raise_status(const status& error) {
  PyErr_Format(PyExc_OSError, "status %d", error.number);
}

inline void fail(int how) {
  if (how == 1) throw engine_error{1};
  if (how == 2) throw fuel_error{};
  if (how == 3) throw not_found{};
  if (how == 4) throw status{5};
}

}  // namespace error_classes
