// The long calculation.
#include "engine.hpp"

namespace acme {

double simulate(int steps, const std::function<void(double)>& progress) {
  constexpr int terms = 100000;
  double sum = 0;
  for (int step = 0; step < steps; ++step) {
    for (int k = step * terms + 1; k <= (step + 1) * terms; ++k) {
      sum += 1 / (static_cast<double>(k) * k);
    }
    progress(static_cast<double>(step + 1) / steps);
  }
  return sum;
}

}  // namespace acme
