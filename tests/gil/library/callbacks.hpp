// C++ that calls back: at once, later, once in a process, from threads of its own.
#pragma once

#include <cstdio>
#include <functional>
#include <future>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "event.hpp"

namespace incidents {

using Callback = std::function<int(int)>;

/// From a thread of its own, which the caller waits for.
inline int on_native_thread(const Callback& callback) {
  return std::async(std::launch::async, [&] { return callback(1); }).get();
}

/// From so many threads that live as long as the process, as often as they can. Returns after the
/// first call.
inline void call_for_ever(const Callback& callback, int threads) {
  static Callback& kept = *new Callback;
  static event& called = *new event;
  kept = callback;
  for (int i = 0; i != threads; ++i) {
    std::thread{[] {
      for (;;) {
        kept(1);
        called.set();
      }
    }}.detach();
  }
  called.wait();
}

/// A hook of the whole library.
inline Callback& hook() {
  static Callback& the_hook = *new Callback;
  return the_hook;
}
inline void set_hook(Callback callback) {
  hook() = std::move(callback);
}

/// Nothing in its signature says that it calls the hook.
inline int computed(int n) {
  return hook() ? hook()(n) : n;
}

/// Whoever comes first makes the value, and everybody else waits for it.
inline int made_once(const Callback& make) {
  static std::once_flag once;
  static int value = 0;
  std::call_once(once, [&] { value = make(1); });
  return value;
}

/// Keeps one callback.
class Slot {
 public:
  void set(Callback callback) {
    kept_ = std::move(callback);
  }
  int call(int n) const {
    return kept_(n);
  }
  /// Copies it so many times.
  void copy(int times) const {
    for (int i = 0; i != times; ++i) [[maybe_unused]]
      const Callback copy = kept_;
  }

 private:
  Callback kept_;
};

/// Calls back once on a thread of its own, which ends when it is told to.
class Notifier {
 public:
  /// Returns when the callback has.
  void start(Callback callback) {
    callback_ = std::move(callback);
    thread_ = std::thread{[this] {
      callback_(1);
      called_.set();
      finishing_.wait();
    }};
    called_.wait();
  }
  /// Waits for the thread, which calls nobody any more.
  void finish() {
    finishing_.set();
    thread_.join();
  }

 private:
  Callback callback_;
  event called_;
  event finishing_;
  std::thread thread_;
};

/// Its destructor waits until its thread has called back for the last time.
class Worker {
 public:
  explicit Worker(Callback callback)
      : thread_{[this, callback = std::move(callback)] {
          closing_.wait();
          callback(1);
          done_.set();
        }} {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() {
    closing_.set();
    done_.wait();
    thread_.join();
  }

 private:
  event closing_;
  event done_;
  std::thread thread_;
};

/// Says that it died.
struct farewell {
  ~farewell() {
    std::puts("closed");
    std::fflush(stdout);
  }
};

/// The same, for objects that live until the interpreter ends. Says when it is over.
class LastingWorker : farewell, public Worker {
 public:
  using Worker::Worker;
};

}  // namespace incidents
