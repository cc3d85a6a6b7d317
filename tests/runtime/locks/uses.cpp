// Locks in hand-written code, and with one of the macros below a mutex that can't be locked.
#include <mutex>
#include <shared_mutex>

#include "gen_bindings/gil.hpp"

namespace {

using gen_bindings::lock_of;
using gen_bindings::member_lock;
using gen_bindings::module_lock;
using gen_bindings::object_lock;

struct engine {
  int strokes = 0;
  mutable std::recursive_mutex mutex{};
};

void touch_python() GEN_BINDINGS_REQUIRES_GIL {}
void wait_for_a_thread() GEN_BINDINGS_EXCLUDES_GIL {}

[[maybe_unused]] void held(engine& self, const engine& other) GEN_BINDINGS_REQUIRES_GIL {
  const object_lock lock{lock_of(self), lock_of(&other), member_lock(other.mutex), module_lock()};
  touch_python();
  self.strokes += other.strokes;
}

[[maybe_unused]] void released(engine& self) GEN_BINDINGS_REQUIRES_GIL {
  const gen_bindings::without_gil region{gen_bindings::known_attached};
  const object_lock lock{lock_of(self)};
  wait_for_a_thread();
  ++self.strokes;
}

[[maybe_unused]] void on_native_thread(engine& self) {
  const object_lock lock{lock_of(self)};
  ++self.strokes;
}

#ifdef MUTEX
[[maybe_unused]] void misuse(std::mutex& mutex) { const object_lock lock{member_lock(mutex)}; }
#endif
#ifdef TIMED_MUTEX
[[maybe_unused]] void misuse(std::timed_mutex& mutex) {
  const object_lock lock{member_lock(mutex)};
}
#endif
#ifdef SHARED_MUTEX
[[maybe_unused]] void misuse(std::shared_mutex& mutex) {
  const object_lock lock{member_lock(mutex)};
}
#endif
#ifdef SHARED_TIMED_MUTEX
[[maybe_unused]] void misuse(std::shared_timed_mutex& mutex) {
  const object_lock lock{member_lock(mutex)};
}
#endif
#ifdef CONST_MUTEX
[[maybe_unused]] void misuse(const std::recursive_mutex& mutex) {
  const object_lock lock{member_lock(mutex)};
}
#endif

}  // namespace
