// python_reference: owns a Python object and may die on any thread.
#pragma once

#include "admission.hpp"
#include "attached.hpp"
#include "contract.hpp"
#include "promise.hpp"
#include "thread_state.hpp"
#include "with_gil.hpp"

namespace gen_bindings {

/// Owns one reference to a Python object. Neither copied nor moved: share it through a shared_ptr,
/// so that copies do not touch the reference count.
///
/// GIL: attached on construction, any state on destruction. The destructor attaches; a detached
/// thread that destroys it when the interpreter closes, or in a raw fork, leaks the object, as
/// nobody may touch it any more.
class python_reference {
 public:
  /// Takes over the reference `owned`, which is not null.
  explicit python_reference(PyObject* owned) noexcept : object_{owned} {}
  python_reference(const python_reference&) = delete;
  python_reference& operator=(const python_reference&) = delete;
  ~python_reference() {
    const admission admitted;
    if (!admitted || (!attached() && !detail::can_attach())) return;
    const with_gil gil;
    contract::expect(promise::attached, "the release of a Python object");
    Py_DECREF(object_);
  }

  /// The object, borrowed. GIL: any state to get it, attached to use it.
  [[nodiscard]] PyObject* get() const noexcept { return object_; }

 private:
  PyObject* object_;
};

}  // namespace gen_bindings
