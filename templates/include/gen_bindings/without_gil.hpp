// without_gil: detached while it lives, a released region.
#pragma once

#include "capability.hpp"
#include "contract.hpp"
#include "probe.hpp"
#include "promise.hpp"
#include "thread_state.hpp"

namespace gen_bindings {

/// Says that the thread is known to be attached, because Python has just called it.
struct known_attached_t {
  explicit known_attached_t() = default;
};
inline constexpr known_attached_t known_attached{};

/// Detached while it lives; the former state is restored when it is destroyed, on every way out.
///
/// GIL: any state on entry. Not attached: changes nothing, so that regions nest. The destructor
/// waits for the GIL; a thread that comes back while the interpreter finalises parks. No Python
/// object may be touched, copied or destroyed while it lives.
class [[nodiscard]] GEN_BINDINGS_SCOPED_GIL without_gil {
 public:
  without_gil() noexcept GEN_BINDINGS_RELEASES_GIL GEN_BINDINGS_UNCHECKED
      : without_gil{known_attached, attached()} {}

  /// For a function that Python entered. Skips the check, which costs 7 to 18 % of a switch.
  /// GIL: attached on entry; anything else ends the process (a fatal error of CPython).
  explicit without_gil(known_attached_t) noexcept GEN_BINDINGS_RELEASES_GIL GEN_BINDINGS_UNCHECKED
      : without_gil{known_attached, true} {}

  /// Detaches only where `condition` holds, and otherwise changes nothing.
  /// GIL: attached on entry if `condition` holds.
  without_gil(known_attached_t, bool condition) noexcept
      GEN_BINDINGS_RELEASES_GIL GEN_BINDINGS_UNCHECKED
      : state_{condition ? detach() : nullptr} {
    if (state_ != nullptr) probe::opened();
  }

  without_gil(const without_gil&) = delete;
  without_gil& operator=(const without_gil&) = delete;
  ~without_gil() GEN_BINDINGS_RESTORES_GIL GEN_BINDINGS_UNCHECKED {
    if (state_ == nullptr) return;
    probe::closed();
    detail::reattach(state_);
  }

 private:
  static PyThreadState* detach() noexcept {
    contract::expect(promise::attached, "the entry of a released region");
    return detail::detach();
  }

  PyThreadState* state_;
};

}  // namespace gen_bindings
