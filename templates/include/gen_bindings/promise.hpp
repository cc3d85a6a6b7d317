// promise: the state that a region is declared to be in.
#pragma once

namespace gen_bindings {

/// What a thunk declares of the C++ it is about to run, and what the probe finds.
enum class promise { attached, detached };

}  // namespace gen_bindings
