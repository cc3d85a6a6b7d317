// The probe's hooks as a probe build has them: they know the callable and hand on to the recorder.
#pragma once

#include <stdexcept>

#include "probe_recorder.hpp"
#include "promise.hpp"
#include "thread_state.hpp"

namespace gen_bindings::probe {

class call;

/// What the probe knows of a thread.
struct thread_record {
  const call* innermost = nullptr;
  int open_calls = 0;
  int open_switches = 0;
};

/// The record of this thread. GIL: any state.
inline thread_record& this_thread() noexcept {
  static thread_local thread_record record;
  return record;
}

class call {
 public:
  explicit call(const char* callable) noexcept
      : callable_{callable}, enclosing_{this_thread().innermost} {
    this_thread().innermost = this;
    ++this_thread().open_calls;
  }
  call(const call&) = delete;
  call& operator=(const call&) = delete;
  ~call() {
    --this_thread().open_calls;
    this_thread().innermost = enclosing_;
  }

  /// The innermost callable this thread is in, or "" where it is in none, as on a native thread.
  static const char* current() noexcept {
    const call* const innermost = this_thread().innermost;
    return innermost == nullptr ? "" : innermost->callable_;
  }

 private:
  const char* callable_;
  const call* enclosing_;
};

inline promise state() noexcept { return attached() ? promise::attached : promise::detached; }

inline void entered(promise promised) {
  recorder::instance().observe({call::current(), "region", promised, state(), false});
}

inline void restored() { entered(state()); }

inline void entered_callback() {
  const promise found = state();
  recorder::instance().observe({call::current(), "callback", promise::attached, found, false});
  if (found == promise::detached)
    throw std::logic_error{"a callback is about to call Python detached"};
}

inline void opened() noexcept { ++this_thread().open_switches; }
inline void closed() noexcept { --this_thread().open_switches; }

}  // namespace gen_bindings::probe
