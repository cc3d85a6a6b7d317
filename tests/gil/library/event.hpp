// event: what one thread waits for and another one sets.
#pragma once

#include <condition_variable>
#include <mutex>

namespace incidents {

/// Set once; whoever waits for it then goes on.
class event {
 public:
  void set() {
    const std::lock_guard lock{mutex_};
    set_ = true;
    changed_.notify_all();
  }
  void wait() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return set_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
};

}  // namespace incidents
