// A piece of C++ that knows nothing of Python.
#pragma once

#include <functional>

namespace acme {

/// Adds up 1/k² in `steps` parts, and tells after each how far it got, from 0 to 1.
double simulate(int steps, const std::function<void(double)>& progress);

/// Counts up; not safe to use on two threads at once by itself.
class Counter {
 public:
  explicit Counter(int start) : value_(start) {}

  int increase(int by) { return value_ += by; }
  int value() const { return value_; }

 private:
  int value_;
};

}  // namespace acme
