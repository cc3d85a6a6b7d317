// Callables that C++ keeps in a field, and functions that it hands out.
#pragma once

#include <functional>
#include <thread>

namespace fields {

struct Button {
  std::function<int(int)> pressed;
  int presses = 0;

  int press(int n) {
    ++presses;
    return pressed ? pressed(n) : 0;
  }
  int press_on_a_thread(int n) {
    int result = 0;
    std::thread{[&] { result = press(n); }}.join();
    return result;
  }
  std::function<int(int)> handler() const { return pressed; }
};

inline std::function<int(int)> multiplier(int by) {
  return [by](int n) { return n * by; };
}

}  // namespace fields
