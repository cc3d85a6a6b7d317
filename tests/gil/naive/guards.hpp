// The guards that projects write by hand, each with the defect that it became known for.
#pragma once

#include <boost/python/default_call_policies.hpp>
#include <boost/python/object_core.hpp>

#include <memory>
#include <stack>

namespace naive {

/// The usual pair, as in the answer that made it popular: neither knows what state it finds.
class with_gil {
 public:
  with_gil() : state_{PyGILState_Ensure()} {}
  with_gil(const with_gil&) = delete;
  with_gil& operator=(const with_gil&) = delete;
  ~with_gil() {
    PyGILState_Release(state_);
  }

 private:
  PyGILState_STATE state_;
};

class without_gil {
 public:
  without_gil() : state_{PyEval_SaveThread()} {}
  without_gil(const without_gil&) = delete;
  without_gil& operator=(const without_gil&) = delete;
  ~without_gil() {
    PyEval_RestoreThread(state_);
  }

 private:
  PyThreadState* state_;
};

/// The stack of both, as in the same answer.
class gil_guard {
 public:
  struct no_acquire_t {};

  gil_guard() {
    acquire();
  }
  explicit gil_guard(no_acquire_t) {
    release();
  }
  gil_guard(const gil_guard&) = delete;
  gil_guard& operator=(const gil_guard&) = delete;
  ~gil_guard() {
    while (!stack_.empty())
      restore();
  }
  void acquire() {
    stack_.push(std::make_shared<with_gil>());
  }
  void release() {
    stack_.push(std::make_shared<without_gil>());
  }
  void restore() {
    stack_.pop();
  }

 private:
  std::stack<std::shared_ptr<void>> stack_;
};

/// No guard at all.
struct nothing {
  nothing() {}
  ~nothing() {}
};

/// Releases in a call policy: after Boost.Python has looked at the arguments, before it converts
/// them; and a throw skips postcall.
struct release_in_policy : boost::python::default_call_policies {
  template <class Arguments>
  static bool precall(const Arguments&) {
    state() = PyEval_SaveThread();
    return true;
  }
  template <class Arguments>
  static PyObject* postcall(const Arguments&, PyObject* result) {
    PyEval_RestoreThread(state());
    return result;
  }

 private:
  static PyThreadState*& state() {
    static thread_local PyThreadState* saved = nullptr;
    return saved;
  }
};

/// The thread state that a thread found, or made, the first time.
class cached_state {
 public:
  PyThreadState* get() {
    if (state_ == nullptr)
      state_ = PyGILState_GetThisThreadState();
    if (state_ == nullptr) {
      state_ = PyThreadState_New(PyInterpreterState_Main());
      made_ = true;
    }
    return state_;
  }
  ~cached_state() {
    if (!made_)
      return;
    PyEval_RestoreThread(state_);
    PyThreadState_Clear(state_);
    PyThreadState_DeleteCurrent();
  }

 private:
  PyThreadState* state_ = nullptr;
  bool made_ = false;
};

/// Keeps the thread state for the next time. It trusts that nobody else deletes it; and when the
/// thread ends it deletes the one that it made, for which it waits for the GIL.
class cached_gil {
 public:
  cached_gil() {
    PyEval_RestoreThread(cached_.get());
  }
  cached_gil(const cached_gil&) = delete;
  cached_gil& operator=(const cached_gil&) = delete;
  ~cached_gil() {
    PyEval_SaveThread();
  }

 private:
  static inline thread_local cached_state cached_;
};

/// The cure for nesting that keeps a flag of its own instead of asking CPython: each module that
/// includes it has another flag.
inline thread_local bool believed_attached = true;

class counting_without_gil {
 public:
  counting_without_gil() : state_{believed_attached ? PyEval_SaveThread() : nullptr} {
    believed_attached = false;
  }
  counting_without_gil(const counting_without_gil&) = delete;
  counting_without_gil& operator=(const counting_without_gil&) = delete;
  ~counting_without_gil() {
    if (state_ == nullptr)
      return;
    PyEval_RestoreThread(state_);
    believed_attached = true;
  }

 private:
  PyThreadState* state_;
};

class counting_with_gil {
 public:
  counting_with_gil() : former_{believed_attached}, state_{PyGILState_Ensure()} {
    believed_attached = true;
  }
  counting_with_gil(const counting_with_gil&) = delete;
  counting_with_gil& operator=(const counting_with_gil&) = delete;
  ~counting_with_gil() {
    PyGILState_Release(state_);
    believed_attached = former_;
  }

 private:
  bool former_;
  PyGILState_STATE state_;
};

}  // namespace naive
