// with_gil: attached while it lives.
#pragma once

#include "capability.hpp"
#include "probe.hpp"
#include "thread_state.hpp"

namespace gen_bindings {

/// Attached while it lives; the former state is restored when it is destroyed, on every way out.
///
/// GIL: any state on entry, on any thread, whether Python knows it or not. Attached already:
/// changes nothing. May wait for the GIL, so never construct it while holding a mutex that an
/// attached thread may wait for. An interpreter must have been started; a thread that comes when it
/// finalises, or later, parks: it stays here until the process ends.
class [[nodiscard]] GEN_BINDINGS_SCOPED_GIL with_gil {
 public:
  with_gil() noexcept GEN_BINDINGS_ACQUIRES_GIL GEN_BINDINGS_UNCHECKED : switched_{!attached()} {
    if (!switched_) return;
    former_ = detail::ensure();
    probe::opened();
  }
  with_gil(const with_gil&) = delete;
  with_gil& operator=(const with_gil&) = delete;
  ~with_gil() GEN_BINDINGS_RESTORES_GIL GEN_BINDINGS_UNCHECKED {
    if (!switched_) return;
    probe::closed();
    detail::release(former_);
  }

  /// True if this guard attached the thread, false if it was attached already.
  explicit operator bool() const noexcept { return switched_; }

 private:
  bool switched_;
  PyGILState_STATE former_ = PyGILState_UNLOCKED;
};

}  // namespace gen_bindings
