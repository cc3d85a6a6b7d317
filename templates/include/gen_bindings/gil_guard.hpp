// gil_guard: a stack of with_gil and without_gil, for a function that steers the GIL itself.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <list>
#include <stdexcept>
#include <thread>
#include <variant>

#include "probe.hpp"
#include "with_gil.hpp"
#include "without_gil.hpp"

namespace gen_bindings {

/// Makes a gil_guard that begins by releasing.
struct no_acquire_t {
  explicit no_acquire_t() = default;
};
inline constexpr no_acquire_t no_acquire{};

/// Attaches and detaches at will; whatever is still open is undone, newest first, on destruction.
///
/// In the manner of std::lock_guard, with the GIL's own semantics: switching to the state that the
/// thread is in already changes nothing, but still counts as a step to restore(). Belongs to one
/// thread: debug builds (NDEBUG unset) assert that it is used and destroyed on the thread that made
/// it. The first few steps need no heap.
///
/// A Python object must die in a scope that is attached: declare it in a block of its own between
/// acquire() and the next release() or restore().
class [[nodiscard]] gil_guard {
 public:
  /// Acquires. GIL: any state on entry, attached on exit.
  gil_guard() { acquire(); }

  /// Releases. GIL: any state on entry, detached on exit.
  explicit gil_guard(no_acquire_t) { release(); }

  gil_guard(const gil_guard&) = delete;
  gil_guard& operator=(const gil_guard&) = delete;

  /// Undoes what is open. GIL: any state on entry, on exit as it was before construction.
  ~gil_guard() {
    check_thread();
    while (depth_ != 0) undo();
  }

  /// Attaches. GIL: any state on entry, attached on exit. Throws std::bad_alloc, with no change,
  /// when many steps are open and memory is short.
  void acquire() {
    open<with_gil>();
    probe::entered(promise::attached);
  }

  /// Detaches. GIL: any state on entry, detached on exit. Throws as acquire().
  void release() {
    open<without_gil>();
    probe::entered(promise::detached);
  }

  /// Goes back to the state before the newest acquire() or release() that is open.
  /// GIL: any state on entry, on exit as it was before that step.
  /// Throws std::logic_error, with no change, if no step is open.
  void restore() {
    check_thread();
    if (depth_ == 0) throw std::logic_error{"gil_guard::restore(): nothing is open"};
    undo();
    probe::restored();
  }

  /// Tells whether this thread is attached. GIL: any state.
  [[nodiscard]] static bool owns_gil() noexcept { return attached(); }

 private:
  using step = std::variant<std::monostate, with_gil, without_gil>;

  template <class Scope>
  void open() {
    check_thread();
    step& next = depth_ < first_.size() ? first_[depth_] : further_.emplace_back();
    next.emplace<Scope>();
    ++depth_;
  }

  void undo() noexcept {
    --depth_;
    if (depth_ < first_.size()) {
      first_[depth_].emplace<std::monostate>();
    } else {
      further_.pop_back();
    }
  }

  void check_thread() const noexcept {
    assert(thread_ == std::this_thread::get_id() &&
           "a gil_guard belongs to the thread that made it");
  }

  std::array<step, 6> first_{};
  std::list<step> further_{};
  std::size_t depth_ = 0;
  std::thread::id thread_ = std::this_thread::get_id();
};

}  // namespace gen_bindings
