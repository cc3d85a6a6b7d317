// event: what one thread waits for and another one sets.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

/// Set once. The wait has a timeout only as a watchdog.
class event {
 public:
  void set() {
    const std::lock_guard lock{mutex_};
    set_ = true;
    changed_.notify_all();
  }
  bool wait() {
    std::unique_lock lock{mutex_};
    return changed_.wait_for(lock, std::chrono::seconds{20}, [&] { return set_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
};
