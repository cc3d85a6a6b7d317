// Pinned thread states: a native thread keeps its Python thread state from one attachment to the
// next.
#pragma once

#include <Python.h>

#include <atomic>
#include <new>

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
// So it leaves its state behind (1); the next one to come back attached clears it (2), which may
// run Python code; and the next thread that is pinned or ends deletes it (3). Not in one step with
// (2), because from 3.12 on PyThreadState_Delete() makes CPython forget which state belongs to the
// *calling* thread, whichever state it deletes; harmless only where that thread has none. What is
// left when the interpreter finalises is deleted by CPython.

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
inline std::atomic<pinned_state*> cleared{nullptr};      // to be deleted

inline void push(std::atomic<pinned_state*>& list, pinned_state* pinned) noexcept {
  pinned->next = list.load();
  while (!list.compare_exchange_weak(pinned->next, pinned)) continue;
}

/// Clears what threads have left behind. An error that is set stays set.
/// GIL: attached; other threads may run meanwhile.
inline void clear_left_behind() noexcept {
  attention.fetch_and(~states_left);
  pinned_state* pinned = left_behind.exchange(nullptr);
  PyObject *type = nullptr, *value = nullptr, *traceback = nullptr;
  PyErr_Fetch(&type, &value, &traceback);
  while (pinned != nullptr) {
    pinned_state* const next = pinned->next;
    PyThreadState_Clear(pinned->state);
    push(cleared, pinned);
    pinned = next;
  }
  PyErr_Restore(type, value, traceback);
}

/// Deletes what has been cleared. GIL: detached, on a thread without a state of its own, admitted.
inline void delete_cleared() noexcept {
  pinned_state* pinned = cleared.exchange(nullptr);
  while (pinned != nullptr) {
    pinned_state* const next = pinned->next;
    PyThreadState_Delete(pinned->state);
    delete pinned;
    pinned = next;
  }
}

/// Leaves a state behind. GIL: detached. Never waits; after finalisation the state is not touched.
inline void leave_behind(pinned_state* pinned) noexcept {
  const admission admitted;
  if (!admitted) {
    delete pinned;
    return;
  }
  push(left_behind, pinned);
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

inline void thread_ends(void* pinned) noexcept {
  leave_behind(static_cast<pinned_state*>(pinned));
  const admission admitted;
  if (admitted && PyGILState_GetThisThreadState() == nullptr) delete_cleared();
}

/// Pins states from now on. GIL: attached.
inline void start_pinning() noexcept {
  if (pinning.load()) return;
  pinning.store(pthread_key_create(&slot, [](void* pinned) { thread_ends(pinned); }) == 0);
}

/// Pins a state to this thread, which has none. Pins nothing if memory is short or the interpreter
/// closes. GIL: detached; attached for a moment. May park.
inline void pin() {
  const admission admitted;
  if (!admitted) return;
  auto* const pinned = new (std::nothrow) pinned_state{};
  if (pinned == nullptr) return;
  delete_cleared();
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
