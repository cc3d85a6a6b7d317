// Threads that come back to Python when it finalises already. Linux only, as it looks where a
// thread sleeps.
//
// The main thread finalises. When it tears down the modules it lets the other thread come back, and
// waits until that thread has parked; anything else that happens to the thread ends the process.
#include "gen_bindings/gil.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

#include "event.hpp"
#include "module_init.hpp"

namespace {

using gen_bindings::gil_guard;
using gen_bindings::with_gil;
using gen_bindings::without_gil;

event& standing = *new event;
event& finalising = *new event;
pid_t other_thread = 0;

void stand_detached() {
  other_thread = static_cast<pid_t>(syscall(SYS_gettid));
  standing.set();
  finalising.wait();
}

[[noreturn]] void came_back() {
  std::fputs("the thread came back to a finalising interpreter\n", stderr);
  std::_Exit(3);
}

// Comes back by the end of a released region.
PyObject* end_region(PyObject*, PyObject*) {
  {
    const without_gil region;
    stand_detached();
  }
  came_back();
}

// Comes back by acquire(), on a thread that Python knows.
PyObject* acquire(PyObject*, PyObject*) {
  gil_guard guard{gen_bindings::no_acquire};
  stand_detached();
  guard.acquire();
  came_back();
}

// Comes for the first time, from a thread that Python does not know.
PyObject* attach_native_thread(PyObject*, PyObject*) {
  std::thread{[] {
    stand_detached();
    const with_gil gil;
    came_back();
  }}.detach();
  Py_RETURN_NONE;
}

PyObject* wait_until_it_stands(PyObject*, PyObject*) {
  bool in_time = false;
  {
    const without_gil region;
    in_time = standing.wait();
  }
  return PyBool_FromLong(in_time);
}

// A parked thread sleeps, in a system call that nothing else here uses.
bool parked(pid_t thread) {
  std::ifstream file{"/proc/self/task/" + std::to_string(thread) + "/syscall"};
  long number = -1;
  file >> number;
  return number == SYS_clock_nanosleep || number == SYS_nanosleep;
}

void wait_until_parked(PyObject*) {
  finalising.set();
  PyThreadState* const state = PyEval_SaveThread();
  const auto watchdog = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  while (!parked(other_thread)) {
    if (std::chrono::steady_clock::now() > watchdog) {
      std::fputs("the thread neither came back nor parked\n", stderr);
      std::_Exit(4);
    }
    std::this_thread::yield();
  }
  PyEval_RestoreThread(state);
  std::fputs("parked\n", stdout);
  std::fflush(stdout);
}

// An object whose death, when the modules are torn down, is the sign that finalisation has begun.
PyObject* sign(PyObject*, PyObject*) {
  static int anything = 0;
  return PyCapsule_New(&anything, nullptr, &wait_until_parked);
}

PyMethodDef methods[] = {
    {"end_region", end_region, METH_NOARGS, nullptr},
    {"acquire", acquire, METH_NOARGS, nullptr},
    {"attach_native_thread", attach_native_thread, METH_NOARGS, nullptr},
    {"wait_until_it_stands", wait_until_it_stands, METH_NOARGS, nullptr},
    {"sign", sign, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {PyModuleDef_HEAD_INIT,
                          "finalisation",
                          nullptr,
                          -1,
                          methods,
                          nullptr,
                          nullptr,
                          nullptr,
                          nullptr};

}  // namespace

MODULE_INIT PyInit_finalisation() { return PyModule_Create(&definition); }
