// A class with virtual methods that Python overrides.
#pragma once

#include <future>

#include "event.hpp"

namespace incidents {

class Task {
 public:
  Task() = default;
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  virtual ~Task() = default;

  virtual int run(int n) {
    return n + 1;
  }
  virtual int step(int n) {
    return n + 1;
  }
  /// Waits until proceed() is called on another thread.
  virtual int pause(int n) {
    paused_.set();
    proceeding_.wait();
    return n + 1;
  }
  void wait_until_paused() {
    paused_.wait();
  }
  void proceed() {
    proceeding_.set();
  }

 private:
  event paused_;
  event proceeding_;
};

inline int run_on_native_thread(Task& task, int n) {
  return std::async(std::launch::async, [&] { return task.run(n); }).get();
}
inline int run_steps(Task& task, int n) {
  return task.step(n);
}
inline int run_paused(Task& task, int n) {
  return task.pause(n);
}

}  // namespace incidents
