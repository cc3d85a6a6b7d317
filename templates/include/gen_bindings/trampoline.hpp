// trampoline: the C++ side of an object whose virtual methods Python may override.
#pragma once

#include <boost/python/converter/from_python.hpp>
#include <boost/python/converter/registered.hpp>
#include <boost/python/default_call_policies.hpp>

#include <Python.h>

#include <atomic>
#include <type_traits>

#include "override_lookup.hpp"

namespace gen_bindings {

/// A base of the class that stands between C++ and Python. It is named before the class of C++, so
/// that it is still there when that one's destructor waits for other threads:
///
///     class gen_bindings_trampoline_Shape final : public ::gen_bindings::trampoline,
///                                                 public ::acme::Shape { … };
///
/// Knows its Python object, which it does not keep alive, from adopt() to forget(). Before and
/// after it has no overrides. Neither copied nor moved.
class trampoline {
 public:
  trampoline(const trampoline&) = delete;
  trampoline& operator=(const trampoline&) = delete;

  /// Belongs to `object` from now on, an instance of the Python class `exposing` or of a subclass.
  /// GIL: attached.
  void adopt(PyObject* object, PyTypeObject* exposing) noexcept {
    object_ = object;
    state_.store(Py_TYPE(object) == exposing ? state::as_exposed : state::subclassed);
  }

  /// Belongs to no Python object from now on. GIL: attached, unless it never belonged to one.
  void forget() noexcept {
    state_.store(state::alone);
    object_ = nullptr;
  }

  /// Tells whether an override is possible at all. False costs no attachment. GIL: any state.
  template <class Mode>
  [[nodiscard]] bool may_be_overridden() const noexcept {
    static_assert(std::is_same_v<Mode, overrides::any> ||
                  std::is_same_v<Mode, overrides::subclass>);
    if constexpr (std::is_same_v<Mode, overrides::any>) return state_.load() != state::alone;
    return subclassed();
  }

  /// Tells whether the object's class was a subclass of the exposing one. GIL: any state.
  [[nodiscard]] bool subclassed() const noexcept { return state_.load() == state::subclassed; }

  /// The Python object, borrowed, or null. GIL: attached.
  ///
  /// Null too while the object is being deallocated, which may run Python code, and other threads:
  /// nobody may refer to it then, or it would be deallocated twice.
  [[nodiscard]] PyObject* object() const noexcept {
    return object_ != nullptr && Py_REFCNT(object_) > 0 ? object_ : nullptr;
  }

 protected:
  trampoline() = default;
  ~trampoline() = default;

 private:
  enum class state { alone, as_exposed, subclassed };

  std::atomic<state> state_{state::alone};
  PyObject* object_ = nullptr;  // guarded by the GIL
};

/// A call policy for a constructor of T, the class that is exposed: once the object is made, its
/// trampoline learns which Python object it belongs to. An object that has none is left alone.
///
///     .def("__init__", make_constructor(&body, adopting<::acme::Shape>(), keywords))
///
/// GIL: attached. `Base` is the policy that goes before.
template <class T, class Base = boost::python::default_call_policies>
struct adopting : Base {
  template <class Arguments>
  static PyObject* postcall(const Arguments& arguments, PyObject* result) {
    namespace converter = boost::python::converter;
    PyObject* const done = Base::postcall(arguments, result);
    if (done == nullptr) return nullptr;
    // The arguments of a constructor leave out `self`, which is the first of the tuple below.
    PyObject* const self = PyTuple_GET_ITEM(arguments.base, 0);
    const converter::registration& known = converter::registered<T>::converters;
    auto* const made = static_cast<T*>(converter::get_lvalue_from_python(self, known));
    if (auto* const its_trampoline = dynamic_cast<trampoline*>(made))
      its_trampoline->adopt(self, known.m_class_object);
    return done;
  }
};

}  // namespace gen_bindings
