// encounter: two threads meet at the lock of one object, and what they do is noted in order.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "probe_detached.hpp"

namespace gen_bindings::probe {

/// Stops the first thread in the region of a callable, whatever its state, until it is let go. A
/// thread that is to be turned away is noted where it waits for a lock and where it gets into the
/// region, and goes no further: an exception sends it back, so that no C++ ever runs twice at once.
///
/// The events: "stands" (the first thread is in the region), "waits" (another one waits for a
/// lock), "enters" (another one gets in), "re-enters" (the first thread gets in again), "leaves"
/// (the first thread is about to free its lock), "leaves late" (it is, and its region is over).
///
/// All members: any GIL state on entry, unchanged on exit; detached in between.
class encounter {
 public:
  using seconds = std::chrono::duration<double>;

  /// The one of this module. Never destroyed, as the recorder.
  static encounter& instance() {
    static encounter& the_encounter = *new encounter;
    return the_encounter;
  }

  /// Begins anew, for the regions of `callable`. `timeout` is a watchdog: a thread that nobody lets
  /// go goes on after it.
  void arm(const std::string& callable, seconds timeout) {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    armed_ = true;
    callable_ = callable;
    timeout_ = timeout;
    first_ = {};
    depth_ = 0;
    let_go_ = false;
    events_.clear();
  }

  /// Ends it, and lets go whoever stands.
  void disarm() {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    armed_ = false;
    let_go_ = true;
    changed_.notify_all();
  }

  /// Lets the first thread go, now or as soon as it comes. Nobody waits for events any more.
  void let_go() {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    let_go_ = true;
    changed_.notify_all();
  }

  /// Waits for so many events. False after let_go(), and after `timeout`.
  bool wait_for_events(std::size_t count, seconds timeout) {
    const detached_while detached;
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, timeout, [&] { return let_go_ || events_.size() >= count; });
    return events_.size() >= count;
  }

  std::vector<const char*> events() const {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    return events_;
  }

  /// This thread is in a region of `callable`. Throws std::logic_error if it is turned away, which
  /// is then done with.
  void entered(const char* callable, bool& turned_away) {
    const detached_while detached;
    std::unique_lock lock{mutex_};
    if (!concerns(callable)) return;
    if (turned_away) {
      turned_away = false;
      if (is_first()) ++depth_;
      note(is_first() ? "re-enters" : "enters");
      throw std::logic_error{"turned away by the probe"};
    }
    if (first_ == std::thread::id{}) {
      first_ = std::this_thread::get_id();
      note("stands");
      changed_.wait_for(lock, timeout_, [&] { return let_go_; });
    }
    if (is_first()) ++depth_;
  }

  /// This thread waits for a lock in `callable`. Throws std::logic_error, in place of a deadlock,
  /// if it is the first thread, which holds that lock already.
  void waits(const char* callable, bool turned_away) {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    if (!concerns(callable) || !turned_away) return;
    note("waits");
    if (is_first())
      throw std::logic_error{"the lock is not recursive: its thread waits for itself"};
  }

  /// This thread is about to free the locks of `callable`; `in_region`: in the state of its region.
  void frees(const char* callable, bool in_region) {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    if (concerns(callable) && is_first() && --depth_ == 0) {
      note(in_region ? "leaves" : "leaves late");
    }
  }

 private:
  bool concerns(const char* callable) const { return armed_ && callable == callable_; }
  bool is_first() const noexcept { return first_ == std::this_thread::get_id(); }

  void note(const char* event) {
    events_.push_back(event);
    changed_.notify_all();
  }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool armed_ = false;
  std::string callable_;
  seconds timeout_{0};
  std::thread::id first_;
  int depth_ = 0;  // calls of the callable that the first thread is in
  bool let_go_ = false;
  std::vector<const char*> events_;
};

}  // namespace gen_bindings::probe
