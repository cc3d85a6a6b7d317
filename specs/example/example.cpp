#include "example.hpp"

#include <chrono>
#include <iostream>

namespace example {

namespace {

/// The series of Leibniz for pi, term by term.
class Series {
 public:
  void add_terms() {
    for (int i = 0; i < 1000; ++i, divisor_ += 4) sum_ += 8 / (divisor_ * (divisor_ + 2));
  }
  [[nodiscard]] double sum() const { return sum_; }

 private:
  double sum_ = 0;
  double divisor_ = 1;
};

}  // namespace

void announce() { std::cout << "in f()" << std::endl; }

double calculate(double seconds) {
  using clock = std::chrono::steady_clock;
  const auto half = std::chrono::duration<double>(seconds / 2);
  Series series;
  const auto start = clock::now();
  do series.add_terms();
  while (clock::now() < start + half);
  std::cout << "calculating "
            << (gen_bindings::gil_guard::owns_gil() ? "with gil..." : "without gil...") << std::endl;
  do series.add_terms();
  while (clock::now() < start + 2 * half);
  return series.sum();
}

double f(gen_bindings::gil_guard& gil, const Say& say, double seconds) {
  announce();
  gil.release();
  double sum = calculate(seconds);
  gil.acquire();
  say("calling a python function");
  gil.restore();
  sum += calculate(seconds);
  return sum;
}

double calculate_twice(const Say& say, double seconds) {
  announce();
  double sum = calculate(seconds);
  say("calling a python function");
  sum += calculate(seconds);
  return sum;
}

}  // namespace example
