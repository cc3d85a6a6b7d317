// The GIL as a capability of Clang's thread-safety analysis (-Wthread-safety), for hand-written
// code that uses the guards. Elsewhere the annotations are empty.
//
// Annotate a function that touches Python with GEN_BINDINGS_REQUIRES_GIL: a call of it from a
// released region is then an error. The analysis looks at one function at a time, and does not know
// in which state an unannotated one is entered; where it is attached in truth, annotate it too. It
// also warns of a guard that would change nothing.
// gil_guard is not annotated: what restore() goes back to is known at run time only.
// https://clang.llvm.org/docs/ThreadSafetyAnalysis.html
#pragma once

#if defined(__clang__)
#define GEN_BINDINGS_THREAD_SAFETY(attribute) __attribute__((attribute))
#else
#define GEN_BINDINGS_THREAD_SAFETY(attribute)
#endif

/// On a function: it is entered and left attached.
#define GEN_BINDINGS_REQUIRES_GIL \
  GEN_BINDINGS_THREAD_SAFETY(requires_capability(::gen_bindings::the_gil))

/// On a function: it is entered detached, as it waits for a thread that may want the GIL.
#define GEN_BINDINGS_EXCLUDES_GIL \
  GEN_BINDINGS_THREAD_SAFETY(locks_excluded(::gen_bindings::the_gil))

// On the guards: what constructor and destructor do.
#define GEN_BINDINGS_SCOPED_GIL GEN_BINDINGS_THREAD_SAFETY(scoped_lockable)
#define GEN_BINDINGS_ACQUIRES_GIL \
  GEN_BINDINGS_THREAD_SAFETY(acquire_capability(::gen_bindings::the_gil))
#define GEN_BINDINGS_RELEASES_GIL \
  GEN_BINDINGS_THREAD_SAFETY(release_capability(::gen_bindings::the_gil))
#define GEN_BINDINGS_RESTORES_GIL GEN_BINDINGS_THREAD_SAFETY(release_capability())
#define GEN_BINDINGS_UNCHECKED GEN_BINDINGS_THREAD_SAFETY(no_thread_safety_analysis)

namespace gen_bindings {

/// Stands for the GIL in annotations; nothing else.
struct GEN_BINDINGS_THREAD_SAFETY(capability("GIL")) gil_capability {};
inline constexpr gil_capability the_gil{};

}  // namespace gen_bindings
