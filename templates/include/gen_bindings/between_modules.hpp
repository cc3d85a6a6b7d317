// What the generated modules of a process have in common: one lock for an object, whichever module's
// function takes it, and the calls of C++ implementations that are under way.
#pragma once

#include <Python.h>

#include "lock_table.hpp"

namespace gen_bindings::detail {

/// How something is locked that is known by its address.
struct lock_operations {
  bool (*try_lock)(const void*);
  void (*lock)(const void*);
  void (*unlock)(const void*);
};

/// Functions of the module that was imported first, which all others call. Plain functions and
/// nothing else, so that modules that other versions of these headers generated may call them too.
struct between_modules {
  lock_operations locks;
  /// Where the innermost base_call of this thread is. GIL: any state.
  void*& (*innermost_base_call)() noexcept;
};

inline constexpr between_modules own_functions{
    {[](const void* address) { return lock_table::instance().try_lock(address); },
     [](const void* address) { lock_table::instance().lock(address); },
     [](const void* address) { lock_table::instance().unlock(address); }},
    []() noexcept -> void*& {
      static thread_local void* innermost = nullptr;
      return innermost;
    }};

/// The module's own, until it meets others. Set on import, before anything is called.
inline const between_modules*& functions_in_use() noexcept {
  static const between_modules* in_use = &own_functions;
  return in_use;
}

/// Finds the functions of the module that was imported before, or leaves this module's for those to
/// come: in Python's module sys, under a name that changes with the struct. GIL: attached. False
/// with a Python error set if memory is short.
inline bool meet_other_modules() noexcept {
  constexpr const char* name = "_gen_bindings_between_modules_1";
  PyObject* const found = PySys_GetObject(name);  // borrowed
  if (found != nullptr) {
    const void* const functions = PyCapsule_GetPointer(found, name);
    if (functions == nullptr) return false;
    functions_in_use() = static_cast<const between_modules*>(functions);
    return true;
  }
  PyObject* const made =
      PyCapsule_New(const_cast<between_modules*>(&own_functions), name, nullptr);
  if (made == nullptr) return false;
  const int failed = PySys_SetObject(name, made);
  Py_DECREF(made);
  return failed == 0;
}

}  // namespace gen_bindings::detail
