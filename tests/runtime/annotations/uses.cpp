// Correct use of the guards, and with one of the macros below one misuse, for Clang's analysis.
#include "gen_bindings/gil.hpp"

namespace {

using gen_bindings::known_attached;
using gen_bindings::with_gil;
using gen_bindings::without_gil;

void touch_python() GEN_BINDINGS_REQUIRES_GIL {}
void wait_for_a_thread() GEN_BINDINGS_EXCLUDES_GIL {}

[[maybe_unused]] void entered_from_python() GEN_BINDINGS_REQUIRES_GIL {
  touch_python();
  {
    const without_gil region{known_attached};
    wait_for_a_thread();
    {
      const with_gil gil;
      touch_python();
    }
    wait_for_a_thread();
  }
  touch_python();
}

[[maybe_unused]] void on_native_thread() {
  const with_gil gil;
  touch_python();
}

#ifdef TOUCH_IN_REGION
void misuse() GEN_BINDINGS_REQUIRES_GIL {
  const without_gil region;
  touch_python();
}
#endif
#ifdef TOUCH_AFTER_GUARD
void misuse() {
  { const with_gil gil; }
  touch_python();
}
#endif
#ifdef WAIT_ATTACHED
void misuse() {
  const with_gil gil;
  wait_for_a_thread();
}
#endif
#ifdef WAIT_AFTER_REGION
void misuse() GEN_BINDINGS_REQUIRES_GIL {
  { const without_gil region; }
  wait_for_a_thread();
}
#endif

}  // namespace
