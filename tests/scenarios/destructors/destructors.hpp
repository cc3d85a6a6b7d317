// A destructor that waits for a thread, which calls back until it is told to stop.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdio>
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

/// Has the destructor of its base, and waits with it.
class Apprentice : public Worker {
 public:
  using Worker::Worker;
};

/// Refers to a worker that may be younger than itself.
class Group {
 public:
  Group() = default;
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
  ~Group() {
    if (worker_ == nullptr) return;
    std::printf("workers ended before: %d\n", ended());
    std::fflush(stdout);
  }
  void add(Worker& worker) { worker_ = &worker; }
  /// Shares the worker, also where Python's end comes first.
  void share(std::shared_ptr<Worker> worker) {
    worker_ = worker.get();
    shared_ = std::move(worker);
  }

 private:
  Worker* worker_ = nullptr;
  std::shared_ptr<Worker> shared_;
};

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
