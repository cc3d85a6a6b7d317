// The probe's memory and meeting point: observations of C++ threads, and their rendezvous with
// Python threads.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "probe_detached.hpp"
#include "promise.hpp"

namespace gen_bindings::probe {

/// What was seen at one entry.
struct observation {
  std::string callable;  ///< logical name, "" on a thread that is in no callable
  std::string place;     ///< "region", "callback", …: what the hook of probe.hpp says
  promise promised;
  promise observed;
  bool met;  ///< another Python thread ran while this one waited in the region
};

/// Records while it is armed. All members: any GIL state on entry, unchanged on exit; detached in
/// between, so that no thread waits here while attached.
class recorder {
 public:
  using seconds = std::chrono::duration<double>;

  /// The one of this module. Never destroyed, as threads may still wait in it when the process
  /// ends.
  static recorder& instance() {
    static recorder& the_recorder = *new recorder;
    return the_recorder;
  }

  /// Begins to record, and to stop threads in the released regions of `callable` until they are
  /// met. `timeout` is a watchdog: a thread that nobody meets goes on after it.
  void arm(const std::string& callable, seconds timeout) {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    armed_ = true;
    callable_ = callable;
    timeout_ = timeout;
  }

  /// Stops recording; lets go whoever waits, unmet.
  void disarm() {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    armed_ = false;
    changed_.notify_all();
  }

  /// Waits until a thread stands in a released region. False after disarm() and after `timeout`.
  bool wait_for_entry(seconds timeout) {
    const detached_while detached;
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, timeout, [&] { return !armed_ || arrivals_ > departures_; });
    return armed_ && arrivals_ > departures_;
  }

  /// Meets the thread that has waited longest, and lets it go.
  void meet() {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    if (arrivals_ > departures_) ++departures_;
    changed_.notify_all();
  }

  std::vector<observation> observations() const {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    return observations_;
  }

  /// Forgets the observations.
  void clear() {
    const detached_while detached;
    const std::lock_guard lock{mutex_};
    observations_.clear();
  }

  /// Records `seen` if armed; waits to be met if its callable is armed and it is detached as
  /// promised.
  void observe(observation seen) {
    const detached_while detached;
    std::unique_lock lock{mutex_};
    if (!armed_) return;
    if (seen.callable == callable_ && seen.promised == promise::detached &&
        seen.observed == promise::detached) {
      seen.met = wait_to_be_met(lock);
    }
    observations_.push_back(std::move(seen));
  }

 private:
  bool wait_to_be_met(std::unique_lock<std::mutex>& lock) {
    const unsigned long ticket = ++arrivals_;
    changed_.notify_all();
    changed_.wait_for(lock, timeout_, [&] { return !armed_ || departures_ >= ticket; });
    const bool met = departures_ >= ticket;
    if (!met) ++departures_;
    return met;
  }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool armed_ = false;
  std::string callable_;
  seconds timeout_{0};
  unsigned long arrivals_ = 0;    // threads that have come to wait
  unsigned long departures_ = 0;  // threads that were met or gave up
  std::vector<observation> observations_;
};

}  // namespace gen_bindings::probe
