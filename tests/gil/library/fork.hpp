// A fork by C++ itself, not by os.fork().
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include "event.hpp"

namespace incidents {

struct fork_state {
  event released;
  event held;
  event forked;
};
inline fork_state& fork_states() {
  static fork_state& the_state = *new fork_state;
  return the_state;
}

/// Attaches in a child that was forked where the parent is detached, and while another thread is in
/// hold_through_fork(). The exit status of the child, or minus the signal that ended it.
/// GIL: detached.
template <class WithGil>
int fork_and_attach() {
  fork_states().released.set();
  fork_states().held.wait();
  const pid_t child = fork();
  if (child == 0) {
    const WithGil gil;
    _exit(0);
  }
  fork_states().forked.set();
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/// Waits for fork_and_attach(). GIL: detached.
inline void wait_until_released() {
  fork_states().released.wait();
}

/// Keeps the GIL until the process is forked. GIL: attached.
inline void hold_through_fork() {
  fork_states().held.set();
  fork_states().forked.wait();
}

}  // namespace incidents
