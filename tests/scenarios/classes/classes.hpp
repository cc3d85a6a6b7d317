// A class with every kind of constructor and method, and one that can't be copied.
#pragma once

#include <string>

namespace classes {

class Counter {
 public:
  Counter() = default;
  explicit Counter(int start) : count_{start} {}
  int add(int by) { return count_ += by; }
  int add(const std::string& digits) { return count_ += std::stoi(digits); }
  int count() const { return count_; }
  Counter plus(const Counter& other) const { return Counter{count_ + other.count_}; }
  bool is(const Counter* other) const { return this == other; }
  static int made() { return 7; }
  static Counter of(int start) { return Counter{start}; }

 private:
  int count_ = 0;
};

inline Counter* parse(const std::string& digits, int base) {
  return new Counter{std::stoi(digits, nullptr, base)};
}

inline int doubled(const Counter& counter, int times) { return 2 * counter.count() * times; }

class Lock {
 public:
  explicit Lock(bool locked) : locked_{locked} {}
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  void toggle() { locked_ = !locked_; }
  bool locked() const { return locked_; }

 private:
  bool locked_;
};

}  // namespace classes
