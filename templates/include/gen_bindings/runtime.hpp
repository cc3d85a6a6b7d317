// register_runtime(): what the guards need to know of the process: its forks, and its end.
#pragma once

#include <Python.h>

#include <chrono>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "admission.hpp"
#include "between_modules.hpp"
#include "fork.hpp"
#include "pinned_state.hpp"
#include "thread_state.hpp"

namespace gen_bindings {

namespace detail {

/// What is to be closed: how, and which object of C++ it is, or null.
struct closer {
  std::function<void()> close;
  const void* object;
};

// Both guarded by the GIL, and never destroyed, as registrations may outlive the process's static
// objects.

/// By the order of registration.
inline std::map<unsigned long long, closer>& closers() {
  static auto& the_closers = *new std::map<unsigned long long, closer>;
  return the_closers;
}

/// Objects, each with one that depends on it and is closed before.
inline std::set<std::pair<const void*, const void*>>& dependents() {
  static auto& the_dependents = *new std::set<std::pair<const void*, const void*>>;
  return the_dependents;
}

/// Tells whether an object that is still to be closed depends on this one.
inline bool is_needed(const void* object) {
  const auto& all = dependents();
  for (auto each = all.lower_bound({object, nullptr}); each != all.end(); ++each) {
    if (each->first != object) return false;
    for (const auto& open : closers()) {
      if (open.second.object == each->second) return true;
    }
  }
  return false;
}

/// The newest that nothing depends on; the newest of all where they depend on each other.
inline std::map<unsigned long long, closer>::iterator next_closer() {
  const auto newest = std::prev(closers().end());
  for (auto each = closers().end(); each != closers().begin();) {
    --each;
    if (each->second.object == nullptr || !is_needed(each->second.object)) return each;
  }
  return newest;
}

inline std::chrono::milliseconds& patience() noexcept {
  static std::chrono::milliseconds the_patience{};
  return the_patience;
}

/// The step of Python's module atexit. GIL: attached, detached in between.
///
/// What is to be closed is closed first, while callbacks still run: a library that ends its threads
/// properly gets true answers until then, and need not make sense of declared values.
inline PyObject* close_runtime(PyObject*, PyObject*) noexcept {
  PyThreadState* state = nullptr;
  while (!closers().empty()) {
    const auto next = next_closer();
    const std::function<void()> close = std::move(next->second.close);
    closers().erase(next);
    state = detach();
    close();
    reattach(state);
  }
  doorkeeper& door = doorkeeper::instance();
  door.close();
  state = detach();
  door.wait_until_left(patience());
  reattach(state);
  clear_left_behind();
  Py_RETURN_NONE;
}

/// Adds close_runtime() to atexit. GIL: attached. False with a Python error set.
inline bool close_at_exit() noexcept {
  static PyMethodDef method{"close_runtime", &close_runtime, METH_NOARGS, nullptr};
  PyObject* const function = PyCFunction_New(&method, nullptr);
  PyObject* const atexit = PyImport_ImportModule("atexit");
  PyObject* const registered = function == nullptr || atexit == nullptr
                                   ? nullptr
                                   : PyObject_CallMethod(atexit, "register", "O", function);
  Py_XDECREF(function);
  Py_XDECREF(atexit);
  Py_XDECREF(registered);
  return registered != nullptr;
}

}  // namespace detail

/// Prepares this module's guards for threads, forks and the end of the interpreter:
///
/// - Native threads that attach keep their Python thread state until they end, which makes each
///   later attachment many times as fast. Their exit never waits for the GIL.
/// - A child of os.fork() forgets the threads that are gone. A raw fork() of a detached thread
///   leaves a process that can't attach: a guard that has to ends it with a message.
/// - When the interpreter ends, a step of `atexit` calls what closing_step registered, then refuses
///   admission() to threads that come later, and waits detached until those inside have left.
///   Handlers that were registered with `atexit` before this call run after it.
///
/// `patience` bounds that wait: a thread that stays inside longer is left to park where it comes
/// back to a finalising interpreter.
///
/// GIL: attached, inside the module's initialisation. Once in the life of a process. False with a
/// Python error set if it fails.
[[nodiscard]] inline bool register_runtime(
    std::chrono::milliseconds patience = std::chrono::seconds{5}) noexcept {
  static bool registered = false;
  if (registered) return true;
  detail::patience() = patience;
  if (!detail::heed_forks()) {
    PyErr_NoMemory();
    return false;
  }
  if (!detail::close_at_exit()) return false;
  if (!detail::meet_other_modules()) return false;
  detail::start_pinning();
  registered = true;
  return true;
}

/// Has `close` called once, when the runtime closes, unless this object is destroyed before. The
/// newest is called first, but for objects that others depend on, detached, on the thread that ends the interpreter; `close` may attach,
/// and must not throw. Meant for C++ objects whose destruction waits for threads that call back:
/// they still may, as Python runs until all is closed.
///
/// GIL: attached to construct and destroy it. Neither copied nor moved.
class [[nodiscard]] closing_step {
 public:
  /// `object` is the address of the object of C++ that is closed, for closes_before().
  explicit closing_step(std::function<void()> close, const void* object = nullptr)
      : number_{++last_number_}, object_{object} {
    detail::closers().emplace(number_, detail::closer{std::move(close), object});
  }
  closing_step(const closing_step&) = delete;
  closing_step& operator=(const closing_step&) = delete;
  ~closing_step() {
    detail::closers().erase(number_);
    if (object_ == nullptr) return;
    auto& all = detail::dependents();
    for (auto each = all.begin(); each != all.end();) {
      const bool is_its = each->first == object_ || each->second == object_;
      each = is_its ? all.erase(each) : std::next(each);
    }
  }

 private:
  inline static unsigned long long last_number_ = 0;
  unsigned long long number_;
  const void* object_;
};

/// Has `dependent` closed before `object`, where the runtime closes both. GIL: attached.
inline void closes_before(const void* dependent, const void* object) {
  if (dependent != object) detail::dependents().emplace(object, dependent);
}

}  // namespace gen_bindings
