// Pinned thread states: a native thread keeps its Python thread state from one attachment to the
// next.
#pragma once

#include <Python.h>

#include <atomic>
#include <new>
#include <system_error>
#include <thread>

#include "admission.hpp"
#include "attached.hpp"

#ifdef __linux__
#include <pthread.h>
#endif

namespace gen_bindings::detail {

// Every native thread that attaches is pinned on the first time: nothing tells beforehand which
// one will come back, and a pin costs no more than the thread state that is needed anyway.
//
// A pin is one PyGILState_Ensure() that stays open until the thread ends. CPython itself then finds
// the state again for every later PyGILState_Ensure() on that thread, ours, another module's or
// foreign: no state is cached here that somebody else could have destroyed. A thread that has a
// state already is not pinned, as somebody else answers for that one.
//
// A thread's exit never waits for the GIL, as the holder of the GIL may be joining the thread.
// So it leaves its state behind; the next one to come back attached clears it, which may run Python
// code, and deletes it. What is left when the interpreter finalises is deleted by CPython.

/// What a guard has to heed when it switches.
enum heed : unsigned {
  forked_detached = 1,  ///< this process is a raw fork of a thread that was detached
  states_left = 2,      ///< threads have left their states behind
};
inline std::atomic<unsigned> attention{0};

/// The thread state that a thread pinned.
struct pinned_state {
  PyThreadState* state;
  pinned_state* next;
};
inline std::atomic<pinned_state*> left_behind{nullptr};  // by threads that have ended

inline void delete_each(pinned_state* pinned) noexcept {
  while (pinned != nullptr) {
    pinned_state* const next = pinned->next;
    PyThreadState_Delete(pinned->state);
    delete pinned;
    pinned = next;
  }
}

/// Deletes states that have been cleared. GIL: attached, all the time: a threading.local that dies
/// walks over all thread states, and trusts the GIL (python/cpython#120973).
inline void delete_cleared(pinned_state* first) noexcept {
#if PY_VERSION_HEX >= 0x030C0000
  // From 3.12 on PyThreadState_Delete() makes CPython forget which state belongs to the *calling*
  // thread, whichever state it deletes. So one that has none calls it, while this one waits.
  try {
    std::thread{delete_each, first}.join();
  } catch (const std::system_error&) {
    // No thread can be made now: CPython deletes them in the end.
  }
#else
  delete_each(first);
#endif
}

/// Clears and deletes what threads have left behind. An error that is set stays set.
/// GIL: attached; other threads may run meanwhile.
inline void clear_left_behind() noexcept {
  attention.fetch_and(~states_left);
  pinned_state* const first = left_behind.exchange(nullptr);
  if (first == nullptr) return;
  PyObject *type = nullptr, *value = nullptr, *traceback = nullptr;
  PyErr_Fetch(&type, &value, &traceback);
  for (pinned_state* each = first; each != nullptr; each = each->next) {
    PyThreadState_Clear(each->state);
  }
  delete_cleared(first);
  PyErr_Restore(type, value, traceback);
}

/// Leaves a state behind. GIL: detached. Never waits; after finalisation the state is not touched.
inline void leave_behind(pinned_state* pinned) noexcept {
  const admission admitted;
  if (!admitted) {
    delete pinned;
    return;
  }
  pinned->next = left_behind.load();
  while (!left_behind.compare_exchange_weak(pinned->next, pinned)) continue;
  attention.fetch_or(states_left);
}

#ifdef __linux__

// The slot of each thread's pin. A key of pthread and not thread_local, as a key's destructor runs
// after those of all thread_local objects, which may attach. glibc and musl empty the slots of all
// keys before, CPython's own among them: so what attaches even later gets a state of its own. Other
// systems keep CPython's, and a state that has been left behind would be used again: there threads
// are not pinned.
inline pthread_key_t slot;
inline std::atomic<bool> pinning{false};

/// Pins states from now on. GIL: attached.
inline void start_pinning() noexcept {
  if (pinning.load()) return;
  pinning.store(pthread_key_create(&slot, [](void* pinned) { leave_behind(static_cast<pinned_state*>(pinned)); }) == 0);
}

/// Pins a state to this thread, which has none. Pins nothing if memory is short or the interpreter
/// closes. GIL: detached; attached for a moment. May park.
inline void pin() {
  const admission admitted;
  if (!admitted) return;
  auto* const pinned = new (std::nothrow) pinned_state{};
  if (pinned == nullptr) return;
  if (void* const former = pthread_getspecific(slot)) {
    leave_behind(static_cast<pinned_state*>(former));
    pthread_setspecific(slot, nullptr);
  }
  const PyGILState_STATE state = PyGILState_Ensure();
  pinned->state = PyThreadState_Get();
  if (pthread_setspecific(slot, pinned) == 0) {
    PyEval_SaveThread();
  } else {
    delete pinned;
    PyGILState_Release(state);
  }
}

inline void pin_if_new() {
  if (pinning.load(std::memory_order_acquire) && PyGILState_GetThisThreadState() == nullptr) pin();
}

#else

inline void start_pinning() noexcept {}
inline void pin_if_new() noexcept {}

#endif

}  // namespace gen_bindings::detail
