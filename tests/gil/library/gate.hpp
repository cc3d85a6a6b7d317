// A thread that comes back from C++ when the interpreter finalises already. Linux only, as it looks
// where the thread sleeps.
#pragma once

#include <Python.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <thread>

#include "event.hpp"

namespace incidents {

struct gate_state {
  event standing;
  event open;
  pid_t thread = 0;
};
inline gate_state& gate() {
  static gate_state& the_gate = *new gate_state;
  return the_gate;
}

/// Stays until the gate opens.
inline void stand_at_gate() {
  gate().thread = static_cast<pid_t>(syscall(SYS_gettid));
  gate().standing.set();
  gate().open.wait();
}
inline void wait_until_one_stands() {
  gate().standing.wait();
}

/// Dies when the modules are torn down: then it opens the gate, and waits until the thread that
/// stood there sleeps for good, in a system call that nothing else here uses. GIL: attached to
/// destroy it, detached meanwhile, as CPython before 3.10 turns a thread away only when it has the
/// GIL.
class GateKeeper {
 public:
  GateKeeper() = default;
  GateKeeper(const GateKeeper&) = delete;
  GateKeeper& operator=(const GateKeeper&) = delete;
  ~GateKeeper() {
    PyThreadState* const state = PyEval_SaveThread();
    gate().open.set();
    while (!parked(gate().thread))
      std::this_thread::yield();
    PyEval_RestoreThread(state);
    std::puts("parked");
    std::fflush(stdout);
  }

 private:
  static bool parked(pid_t thread) {
    std::ifstream file{"/proc/self/task/" + std::to_string(thread) + "/syscall"};
    long number = -1;
    file >> number;
    return number == SYS_clock_nanosleep || number == SYS_nanosleep;
  }
};

}  // namespace incidents
