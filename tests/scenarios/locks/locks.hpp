// A counter that is not thread-safe, in each way that a lock can be asked for.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <utility>

namespace locks {

struct Counter {
  int n = 0;
  int step = 1;

  int inc(int by) { return n += by * step; }
  int drain(Counter& other) { return n += std::exchange(other.n, 0); }
  int take_all(const std::shared_ptr<Counter>& other) { return other ? drain(*other) : n; }
  int tick(const std::function<void(int)>& ticked) {
    ticked(n);
    return ++n;
  }
  int fail() { throw std::runtime_error{"failed"}; }
  int size() const { return n; }
  void resize(int value) { n = value; }
};

struct Meter : Counter {
  int twice() { return n += 2; }
};

/// Brings a mutex of its own along, which it takes itself too.
struct Account {
  mutable std::recursive_mutex mutex;
  int balance = 0;

  int deposit(int amount) {
    const std::lock_guard lock{mutex};
    return balance += amount;
  }
  int move_to(Account& other, int amount) {
    balance -= amount;
    return other.balance += amount;
  }
};

inline int total(const Counter& first, const Counter& second) { return first.n + second.n; }

}  // namespace locks
