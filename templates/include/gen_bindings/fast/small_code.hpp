// Whether small code that compiles quickly is wanted, or code that runs quickly.
#pragma once

/// 1 without optimisation, and with -Os: then calls share what they would otherwise have of their own. g++ and
/// clang++ say both by macros of these names.
#if defined(__OPTIMIZE__) && !defined(__OPTIMIZE_SIZE__)
#define GEN_BINDINGS_SMALL_CODE 0
#else
#define GEN_BINDINGS_SMALL_CODE 1
#endif

namespace gen_bindings::fast::detail {

inline constexpr bool prefers_small_code = GEN_BINDINGS_SMALL_CODE == 1;

}  // namespace gen_bindings::fast::detail
