// admission: leave to enter Python from C++, which a closing interpreter refuses.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <new>
#include <thread>

#include "attached.hpp"

namespace gen_bindings {

namespace detail {

/// Who is inside Python, and whether anybody else may enter. Never destroyed, as threads may still
/// ask when the process ends.
class doorkeeper {
 public:
  /// The one of this module.
  static doorkeeper& instance() noexcept {
    static doorkeeper& the_doorkeeper = *new doorkeeper;
    return the_doorkeeper;
  }

  /// Enters, or is refused. Lets in whoever is inside or attached already: they are to finish.
  bool enter() noexcept {
    // Entered before the door is looked at, so that close() waits for whoever has seen it open.
    inside_.fetch_add(1);
    ++inside_here();
    if (!closed_.load() || inside_here() > 1 || attached() || closing_thread()) return true;
    leave();
    return false;
  }

  void leave() noexcept {
    --inside_here();
    inside_.fetch_sub(1);
    if (!closed_.load()) return;
    const std::lock_guard lock{mutex_};
    left_.notify_all();
  }

  /// Refuses all other threads from now on.
  void close() noexcept {
    closing_thread_.store(std::this_thread::get_id());
    closed_.store(true);
  }

  /// Waits until all other threads have left. False where they have not within `patience`.
  bool wait_until_left(std::chrono::milliseconds patience) {
    std::unique_lock lock{mutex_};
    return left_.wait_for(lock, patience, [&] { return inside_.load() == inside_here(); });
  }

  /// Forgets the threads that a fork left behind.
  void after_fork() noexcept {
    inside_.store(inside_here());
    new (&mutex_) std::mutex;
    new (&left_) std::condition_variable;
  }

 private:
  static long& inside_here() noexcept {
    static thread_local long count = 0;
    return count;
  }

  bool closing_thread() const noexcept {
    return closing_thread_.load() == std::this_thread::get_id();
  }

  std::atomic<long> inside_{0};
  std::atomic<bool> closed_{false};
  std::atomic<std::thread::id> closing_thread_{};
  std::mutex mutex_;
  std::condition_variable left_;
};

}  // namespace detail

/// Leave to enter Python from C++, held while it lives. Where it is refused, Python must not be
/// entered: the interpreter is closing (see register_runtime()), and who comes late would park.
///
/// GIL: any state, unchanged. Never blocks. Refused only on a thread that is neither attached, nor
/// inside already, nor the one that closes.
class [[nodiscard]] admission {
 public:
  admission() noexcept : admitted_{detail::doorkeeper::instance().enter()} {}
  admission(const admission&) = delete;
  admission& operator=(const admission&) = delete;
  ~admission() {
    if (admitted_) detail::doorkeeper::instance().leave();
  }

  /// True if Python may be entered.
  explicit operator bool() const noexcept { return admitted_; }

 private:
  bool admitted_;
};

}  // namespace gen_bindings
