// What calls do to the GIL.
#pragma once

#include <gen_bindings/gil.hpp>

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace gil_policies {

inline int quick(int n) { return n + 1; }
inline double simulate(int steps, const std::function<void(double)>& progress) {
  for (int step = 1; step <= steps; ++step) progress(static_cast<double>(step) / steps);
  return steps;
}
inline std::string digest(const std::string& data) { return std::to_string(data.size()); }
inline int first_half() { return 20; }
inline double second_half(int so_far) { return so_far + 1.5; }
inline int steer(gen_bindings::gil_guard& gil, int rounds) {
  gil.release();
  for (int round = 0; round < rounds; ++round) {
    gil.acquire();
    gil.release();
  }
  return rounds;
}
inline void call_later(const std::function<void(int)>& report) {
  std::thread{[&] { report(42); }}.join();
}

inline std::vector<std::function<void()>> listeners;
inline void listen(const std::function<void()>& listener) { listeners.push_back(listener); }
inline int tell() {
  for (const auto& listener : listeners) listener();
  return static_cast<int>(listeners.size());
}

/// Of a library that is not thread-safe at all.
inline std::string configured;
inline void configure(const std::string& path) { configured = path; }

class Counter {
 public:
  void add(int by) { total_ += by; }
  int total() const { return total_; }

 private:
  int total_ = 0;
};

class Queue {
 public:
  std::recursive_mutex mutex;
  int push(int n) { return total_ += n; }

 private:
  int total_ = 0;
};

/// Its destructor waits for a thread, which may call back into Python.
class Worker {
 public:
  Worker() : thread_{[] {}} {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() { thread_.join(); }

 private:
  std::thread thread_;
};

}  // namespace gil_policies
