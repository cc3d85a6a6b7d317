// A destructor that waits for a thread, which calls back until it is told to stop.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace destructors {

class Worker {
 public:
  explicit Worker(std::function<void(int)> beat) : beat_{std::move(beat)}, thread_{[this] { run(); }} {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() {
    {
      const std::lock_guard lock{mutex_};
      stopped_ = true;
    }
    changed_.notify_all();
    thread_.join();
    beat_(-1);
    ++ended();
  }

  /// Waits until the thread has called back.
  int wait() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return beats_ > 0; });
    return beats_;
  }

  static std::atomic<int>& ended() {
    static std::atomic<int> count{0};
    return count;
  }

 private:
  void run() {
    std::unique_lock lock{mutex_};
    while (!stopped_ || beats_ == 0) {
      lock.unlock();
      beat_(beats_);
      lock.lock();
      ++beats_;
      changed_.notify_all();
      if (beats_ > 3) changed_.wait(lock, [&] { return stopped_; });
    }
  }

  std::function<void(int)> beat_;
  std::mutex mutex_;
  std::condition_variable changed_;
  int beats_ = 0;
  bool stopped_ = false;
  std::thread thread_;
};

inline std::shared_ptr<Worker> start(std::function<void(int)> beat) {
  return std::make_shared<Worker>(std::move(beat));
}
inline int ended() { return Worker::ended().load(); }

struct Handle {
  explicit Handle(int number) : n{number} {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  int n;
};

struct Store {
  int number = 7;
};

inline Handle* open(const Store& store) { return new Handle{store.number}; }

}  // namespace destructors
