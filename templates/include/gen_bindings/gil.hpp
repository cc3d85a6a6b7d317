// Guards for the Global Interpreter Lock. Needs Python.h and nothing else; CPython 3.8 and later,
// C++17.
//
//   with_gil            attached while it lives
//   without_gil         detached while it lives
//   gil_guard           a stack of both: acquire(), release(), restore()
//   object_lock         locks C++ objects: lock_of(object), member_lock(mutex), module_lock()
//   attached()          whether this thread owns the GIL
//   admission           leave to enter Python from C++, for callbacks of your own
//   register_runtime()  for the module's initialisation: native threads, forks, the end
//
// Guards nest in any order, across extension modules too, because each asks CPython for the state
// that the thread is in and keeps none of its own.
#pragma once

#include "admission.hpp"
#include "attached.hpp"
#include "gil_guard.hpp"
#include "object_lock.hpp"
#include "runtime.hpp"
#include "with_gil.hpp"
#include "without_gil.hpp"
