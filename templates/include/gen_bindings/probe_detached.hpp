// detached_while: how the probe's own threads wait.
#pragma once

#include "attached.hpp"
#include "thread_state.hpp"

namespace gen_bindings::probe {

/// Detached while it lives, as without_gil, but without its hooks, which would lead back to the
/// probe. GIL: any state, restored on destruction.
class detached_while {
 public:
  detached_while() noexcept : state_{attached() ? detail::detach() : nullptr} {}
  detached_while(const detached_while&) = delete;
  detached_while& operator=(const detached_while&) = delete;
  ~detached_while() {
    if (state_ != nullptr) detail::reattach(state_);
  }

 private:
  PyThreadState* state_;
};

}  // namespace gen_bindings::probe
