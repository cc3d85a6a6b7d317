// The probe's hooks as a probe build has them: they know the callable and hand on to the recorder.
#pragma once

#include <optional>
#include <stdexcept>

#include "probe_encounter.hpp"
#include "probe_recorder.hpp"
#include "promise.hpp"
#include "thread_state.hpp"

namespace gen_bindings::probe {

class call;

/// What the probe knows of a thread.
struct thread_record {
  call* innermost = nullptr;
  int open_calls = 0;
  int open_switches = 0;
  bool turned_away = false;  ///< at the next region of the encounter's callable
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

  /// The innermost callable that this thread is in enters a region with this promise.
  static void enters(promise promised) noexcept {
    call* const innermost = this_thread().innermost;
    if (innermost != nullptr && !innermost->promised_) innermost->promised_ = promised;
  }

  /// The promise of the first region that the innermost callable of this thread entered: that of
  /// its body, where a guard of the library's own may have entered others since.
  static promise promised() noexcept {
    const call* const innermost = this_thread().innermost;
    return innermost == nullptr ? promise::attached
                                : innermost->promised_.value_or(promise::attached);
  }

  /// The innermost callable this thread is in, or "" where it is in none, as on a native thread.
  static const char* current() noexcept {
    const call* const innermost = this_thread().innermost;
    return innermost == nullptr ? "" : innermost->callable_;
  }

 private:
  const char* callable_;
  call* enclosing_;
  std::optional<promise> promised_;
};

/// The logical name of the destructor of T, "" while it has none. Guarded by the GIL.
template <class T>
const char*& destructor_name() noexcept {
  static const char* name = "";
  return name;
}

template <class T>
void name_destructor(const char* callable) noexcept {
  destructor_name<T>() = callable;
}

template <class T>
class destructor_of {
 public:
  destructor_of() noexcept : call_{destructor_name<T>()} {}

 private:
  call call_;
};

inline promise state() noexcept { return attached() ? promise::attached : promise::detached; }

inline void entered(promise promised) {
  call::enters(promised);
  encounter::instance().entered(call::current(), this_thread().turned_away);
  recorder::instance().observe({call::current(), "region", promised, state(), false});
}

inline void restored() { entered(state()); }

inline void entered_callback() {
  const promise found = state();
  recorder::instance().observe({call::current(), "callback", promise::attached, found, false});
  if (found == promise::detached)
    throw std::logic_error{"a callback is about to call Python detached"};
}

inline void entered_override(const char* method) {
  const promise found = state();
  recorder::instance().observe({method, "override", promise::attached, found, false});
  if (found == promise::detached)
    throw std::logic_error{"an override is about to be called detached"};
}

inline void entered_base(const char* method) {
  recorder::instance().observe({method, "base", promise::detached, state(), false});
}

inline void heeds_error(const char* policy) {
  recorder::instance().observe({call::current(), policy, promise::attached, state(), false});
}

inline void ends_call() {
  recorder::instance().observe({call::current(), "boundary", promise::attached, state(), false});
}

inline void converts() {
  recorder::instance().observe({call::current(), "conversion", promise::attached, state(), false});
}

inline void drops_shared_pointer() {
  const promise found = state();
  recorder::instance().observe({call::current(), "shared pointer", found, found, true});
}

inline void opened() noexcept { ++this_thread().open_switches; }
inline void closed() noexcept { --this_thread().open_switches; }

inline void waits_for_lock() {
  encounter::instance().waits(call::current(), this_thread().turned_away);
}
inline void frees_lock() {
  encounter::instance().frees(call::current(), state() == call::promised());
}

}  // namespace gen_bindings::probe
