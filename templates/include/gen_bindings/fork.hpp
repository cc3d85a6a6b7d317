// What a fork leaves of the runtime: the threads that are gone, their locks, and whether the child
// can attach.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "admission.hpp"
#include "attached.hpp"
#include "lock_table.hpp"
#include "pinned_state.hpp"

#if __has_include(<pthread.h>)
#include <pthread.h>
#endif

namespace gen_bindings::detail {

/// Ends a process that can't attach.
[[noreturn]] inline void abort_forked() noexcept {
  std::fputs(
      "gen-bindings: this process was forked from a thread that had released the GIL, so Python "
      "cannot run in it: it may only exec or _exit. Fork with the GIL held, or with os.fork().\n",
      stderr);
  std::abort();
}

/// Runs in the child, inside fork(), on the one thread that is left. CPython deletes the thread
/// states of the others in os.fork(), and nobody does after a raw fork, so that they are only
/// forgotten here.
///
/// A thread that forks attached owns the GIL in the child too. A detached one does not, and whoever
/// owned it may be gone.
inline void after_fork_in_child() noexcept {
  left_behind.store(nullptr);
  doorkeeper::instance().after_fork();
  lock_table::instance().after_fork_in_child();
  attention.store(0);
  if (!attached()) attention.store(forked_detached);
}

/// Has every fork from now on attended to. GIL: attached. False if memory is short.
inline bool heed_forks() noexcept {
#if __has_include(<pthread.h>)
  return pthread_atfork([] { lock_table::instance().before_fork(); },
                        [] { lock_table::instance().after_fork_in_parent(); },
                        [] { after_fork_in_child(); }) == 0;
#else
  return true;
#endif
}

}  // namespace gen_bindings::detail
