// The library that the sample binds: each function stands for one GIL policy.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "gen_bindings/callback.hpp"
#include "gen_bindings/gil.hpp"

namespace acme {

using Progress = std::function<double(double)>;

/// Calls `progress` n times between two halves, and sums up what it returns.
inline double f(const Progress& progress, int n) {
  double sum = 0;
  for (int i = 0; i < n; ++i) sum += progress(i / 2.0);
  return sum;
}

/// Calls `progress` from a thread of its own.
inline double on_native_thread(const Progress& progress) {
  double result = 0;
  std::exception_ptr error;
  std::thread worker{[&] {
    try {
      result = progress(1);
    } catch (...) {
      error = std::current_exception();
    }
  }};
  worker.join();
  if (error) std::rethrow_exception(error);
  return result;
}

inline int held(int n) { return n + 1; }

/// Wants to be entered attached, and steers itself from there.
inline int steered(gen_bindings::gil_guard& gil,
                   const gen_bindings::callback<void(std::string)>& say) {
  gil.release();
  const int x = 20;
  gil.acquire();
  say("half way");
  gil.restore();
  const int y = 22;
  return x + y;  // the region that is still open is undone for it
}

/// Lives only detached, and must die attached: says how it was.
class Part {
 public:
  explicit Part(double value) : value_{value} { ++living; }
  Part(const Part& other) : value_{other.value_} { ++living; }
  Part& operator=(const Part&) = delete;
  ~Part() {
    --living;
    if (!gen_bindings::attached()) ++died_detached;
  }
  [[nodiscard]] double value() const { return value_; }

  inline static int living = 0;
  inline static int died_detached = 0;

 private:
  double value_;
};

inline Part first_half(double n) { return Part{n}; }
inline Part second_half(const Part& first) {
  if (first.value() < 0) throw std::invalid_argument{"negative"};
  return Part{first.value() * 2};
}

class Counter {
 public:
  explicit Counter(int start) : n_{start} {}
  int inc(int by) { return n_ += by; }
  [[nodiscard]] int size() const { return n_; }
  void tick(const Progress& progress) { n_ += static_cast<int>(progress(n_)); }
  static Counter counted(const Progress& progress) {
    return Counter{static_cast<int>(progress(7))};
  }
  void keep(const gen_bindings::callback<double(double)>& progress) { kept_.assign(2, progress); }
  void forget() { kept_.clear(); }

 private:
  int n_;
  std::vector<gen_bindings::callback<double(double)>> kept_;
};

/// Keeps a callback until the process ends, longer than there is a Python.
inline void remember(const Progress& progress) {
  static std::vector<Progress> remembered;
  remembered.push_back(progress);
}

inline Counter* make_counter(const Progress& progress) {
  return new Counter{static_cast<int>(progress(1))};
}

using Score = std::function<int(int)>;

/// Sums up what `score` says of 0 to n - 1. Must not be unwound.
inline int total(const Score& score, int n) noexcept {
  int sum = 0;
  for (int i = 0; i < n; ++i) sum += score(i);
  return sum;
}

/// The same from a thread of its own.
inline int total_on_native_thread(const Score& score, int n) noexcept {
  int sum = 0;
  std::thread{[&] { sum = total(score, n); }}.join();
  return sum;
}

/// Scores once and throws.
inline void fail_after(const Score& score) {
  score(0);
  throw std::invalid_argument{"failed after"};
}

class Thing {
 public:
  virtual ~Thing() = default;
};

/// Keeps things, and lets go of them on a thread of its own.
class Store {
 public:
  void keep(std::shared_ptr<Thing> thing) { kept_ = std::move(thing); }
  [[nodiscard]] std::shared_ptr<Thing> kept() const { return kept_; }
  void drop() {
    std::thread{[&] { kept_.reset(); }}.join();
  }

 private:
  std::shared_ptr<Thing> kept_;
};

/// Keeps a thing until the process ends, longer than there is a Python.
inline void remember_thing(std::shared_ptr<Thing> thing) {
  static std::vector<std::shared_ptr<Thing>> remembered;
  remembered.push_back(std::move(thing));
}

/// Its destructor waits for a thread that calls back.
class Worker {
 public:
  explicit Worker(gen_bindings::callback<double(double)> progress)
      : progress_{std::move(progress)} {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() {
    std::thread{[&] { progress_(1); }}.join();
  }

 private:
  gen_bindings::callback<double(double)> progress_;
};

}  // namespace acme
