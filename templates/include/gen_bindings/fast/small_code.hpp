// Whether small code that compiles quickly is wanted, or code that runs quickly.
#pragma once

namespace gen_bindings::fast::detail {

/// Without optimisation, and with -Os: then calls share what they would otherwise have of their own. g++ and
/// clang++ say both by macros of these names.
#if defined(__OPTIMIZE__) && !defined(__OPTIMIZE_SIZE__)
inline constexpr bool prefers_small_code = false;
#else
inline constexpr bool prefers_small_code = true;
#endif

}  // namespace gen_bindings::fast::detail
