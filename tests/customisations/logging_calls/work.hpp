// Work that is logged by the bindings, which know the log, and not by itself.
#pragma once

#include <mutex>
#include <stdexcept>
#include <string>

namespace acme {

inline int work(int n) { return 2 * n; }

inline int fail() { throw std::runtime_error{"no"}; }

/// A log that threads may write at once, whether they hold the GIL or not.
class call_log {
 public:
  static call_log& instance() {
    static call_log log;
    return log;
  }

  void add(const char* what, const char* callable) {
    const std::lock_guard<std::mutex> lock{mutex_};
    if (!lines_.empty()) lines_ += "; ";
    lines_ += std::string{what} + " " + callable;
  }

  std::string lines() {
    const std::lock_guard<std::mutex> lock{mutex_};
    return lines_;
  }

  void forget() {
    const std::lock_guard<std::mutex> lock{mutex_};
    lines_.clear();
  }

 private:
  std::mutex mutex_;
  std::string lines_;
};

inline std::string lines() { return call_log::instance().lines(); }

inline void forget() { call_log::instance().forget(); }

}  // namespace acme
