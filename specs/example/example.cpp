#include "example.hpp"

#include <chrono>
#include <iostream>

namespace example {

double calculate(double seconds) {
  std::cout << "calculating, the GIL is "
            << (gen_bindings::gil_guard::owns_gil() ? "held" : "free") << std::endl;
  // The series of Leibniz, for as long as is asked for; its last term is below every tolerance.
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  double sum = 0;
  double divisor = 1;
  do {
    for (int i = 0; i < 1000; ++i, divisor += 4) sum += 2 / (divisor * (divisor + 2));
  } while (std::chrono::steady_clock::now() < end);
  return 8 * sum;
}

double f(gen_bindings::gil_guard& gil, const Say& say, double seconds) {
  std::cout << "in f()" << std::endl;
  gil.release();
  double sum = calculate(seconds);
  gil.acquire();
  say("calling a python function");
  gil.restore();
  sum += calculate(seconds);
  return sum;
}

double calculate_twice(const Say& say, double seconds) {
  std::cout << "in f()" << std::endl;
  double sum = calculate(seconds);
  say("calling a python function");
  sum += calculate(seconds);
  return sum;
}

}  // namespace example
