// Constructors: `__init__` as a function, and a shorter way to it for objects of exactly one class.
#pragma once

#include <boost/python/converter/registered.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/make_constructor.hpp>
#include <boost/python/object.hpp>

#include <Python.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <type_traits>
#include <utility>

#include "boost_inside.hpp"
#include "method.hpp"
#include "inline_holder.hpp"
#include "result.hpp"
#include "small_array.hpp"

namespace gen_bindings::fast {

/// Has `make(place)` construct a T inside `self`, a Python object that is to hold it. Returns None.
/// GIL: attached. Throws std::bad_alloc, and what `make` throws.
template <class T, class Make>
PyObject* construct_inside(PyObject* self, const Make& make) {
  using holder = inline_holder<T>;
  void* const memory = holder_memory<holder>(self);
  try {
    (new (memory) holder{make})->install(self);
  } catch (...) {
    boost::python::instance_holder::deallocate(self, memory);
    throw;
  }
  return none();
}

/// Has `self` hold what a body has made: a pointer, which it takes over, or a smart pointer. Returns
/// None. GIL: attached. Throws what Boost.Python's make_constructor throws there.
template <class Pointer>
PyObject* install(PyObject* self, Pointer made) {
  const boost::python::handle<> arguments{detail::tuple_of(&self, 1)};
  const boost::python::detail::install_holder<Pointer> holder{arguments.get()};
  return holder(std::move(made));
}

/// As call_under(), of a constructor: its policies look at the arguments without the object.
template <class Policies, class Body>
PyObject* construct_under(PyObject* const* given, Py_ssize_t count, const Body& body) {
  const boost::python::detail::constructor_policy<Policies> policies{Policies{}};
  return detail::call_under(policies, given, count, body);
}

namespace detail {

/// As large as what Boost.Python holds by a smart pointer of the usual size.
struct pointers {
  void* members[5];
};

/// How objects of one class are made.
struct maker {
  PyObject* initialize = nullptr;
  const overload_set* overloads = nullptr;
  PyObject* name = nullptr;
  newfunc allocate = nullptr;
  std::size_t room = 0;
};

/// As `type(*arguments, **keywords)` goes without a vectorcall. GIL: attached.
inline PyObject* call_slowly(PyObject* type, PyObject* const* given, std::size_t count,
                             PyObject* keywords) {
  namespace python = boost::python;
  const python::handle<> arguments{tuple_of(given, static_cast<Py_ssize_t>(count))};
  python::handle<> named;
  if (keywords != nullptr) {
    named = python::handle<>{PyDict_New()};
    for (Py_ssize_t index = 0; index < PyTuple_GET_SIZE(keywords); ++index) {
      PyObject* const value = given[count + static_cast<std::size_t>(index)];
      if (PyDict_SetItem(named.get(), PyTuple_GET_ITEM(keywords, index), value) < 0)
        python::throw_error_already_set();
    }
  }
  return PyType_Type.tp_call(type, arguments.get(), named.get());
}

/// Whether an object is still made as it was when the module was imported.
inline bool is_unchanged(PyTypeObject* type, const maker& how) noexcept {
  return type->tp_new == how.allocate && _PyType_Lookup(type, how.name) == how.initialize;
}

/// Calls `__init__` of `object`. Where the caller lends the place before the arguments, as CPython's
/// vectorcall protocol has it, nothing is copied. GIL: attached. Throws std::bad_alloc.
template <entry first>
PyObject* initialize(const overload_set& set, PyObject* object, PyObject* const* given,
                     std::size_t flagged, PyObject* keywords) {
  const auto count = static_cast<std::size_t>(PyVectorcall_NARGS(flagged));
  if ((flagged & PY_VECTORCALL_ARGUMENTS_OFFSET) != 0) {
    PyObject** const with_object = const_cast<PyObject**>(given) - 1;
    PyObject* const lent = std::exchange(*with_object, object);
    PyObject* const done = call<first>(set, with_object, count + 1, keywords);
    *with_object = lent;
    return done;
  }
  const auto named =
      keywords == nullptr ? std::size_t{0} : static_cast<std::size_t>(PyTuple_GET_SIZE(keywords));
  small_array<PyObject*> with_object{1 + count + named};
  with_object[0] = object;
  std::copy_n(given, count + named, &with_object[1]);
  return call<first>(set, with_object.data(), count + 1, keywords);
}

/// GIL: attached. Throws std::bad_alloc, error_already_set.
template <entry first>
PyObject* make_object(const maker& how, PyObject* callable, PyObject* const* given,
                      std::size_t flagged, PyObject* keywords) {
  auto* const type = reinterpret_cast<PyTypeObject*>(callable);
  if (!is_unchanged(type, how)) {
    return call_slowly(callable, given, static_cast<std::size_t>(PyVectorcall_NARGS(flagged)),
                       keywords);
  }
  PyObject* const made = new_instance(type, how.room);
  if (made == nullptr) return nullptr;
  boost::python::handle<> object{made};
  PyObject* const done = initialize<first>(*how.overloads, made, given, flagged, keywords);
  if (done == nullptr) return nullptr;
  Py_DECREF(done);
  return object.release();
}

/// One for each class: its vectorcall is given nothing but the class.
template <entry first>
struct maker_of {
  static inline maker how;

  static PyObject* call(PyObject* type, PyObject* const* given, std::size_t flagged,
                        PyObject* keywords) {
    try {
      return make_object<first>(how, type, given, flagged, keywords);
    } catch (...) {
      return raised();
    }
  }
};

template <class T>
constexpr std::size_t room_of() {
  if constexpr (std::is_void_v<T>) {
    return room_for<pointers>;
  } else {
    return room_for<inline_holder<T>>;
  }
}

/// Whether CPython asks classes of this metaclass for a vectorcall: from 3.9 on.
inline bool has_vectorcall(PyTypeObject* metaclass) noexcept {
#if PY_VERSION_HEX >= 0x03090000
  return (metaclass->tp_flags & Py_TPFLAGS_HAVE_VECTORCALL) != 0 &&
         metaclass->tp_vectorcall_offset == offsetof(PyTypeObject, tp_vectorcall) &&
         metaclass->tp_call == PyType_Type.tp_call;
#else
  static_cast<void>(metaclass);
  return false;
#endif
}

}  // namespace detail

/// Defines `__init__` of `scope`. T is the class of C++ whose objects are made inside Python's, or void where
/// smart pointers hold them. Where CPython and Boost.Python allow it, objects of exactly
/// this class are made without the detour through `__new__` and `__init__`, and have room for what they
/// hold; subclasses, and a class whose `__init__` or `__new__` is replaced later, go the usual way.
/// GIL: attached. Throws error_already_set.
template <class T, entry first>
void define_constructor(const boost::python::object& scope, const char* name,
                        std::initializer_list<overload> overloads) {
  const boost::python::object method = new_method<first>(scope, name, overloads);
  detail::set_attribute(scope, name, method);
  auto* const type = reinterpret_cast<PyTypeObject*>(scope.ptr());
  constexpr std::size_t room = detail::room_of<T>();
  if (!detail::has_vectorcall(Py_TYPE(type)) || !has_room_inside(type, room)) return;
  detail::maker& how = detail::maker_of<first>::how;
  how.name = PyUnicode_InternFromString(name);
  how.initialize = boost::python::incref(method.ptr());
  how.overloads = &detail::facts_of(method.ptr()).overloads;
  how.allocate = type->tp_new;
  how.room = room;
  type->tp_vectorcall = &detail::maker_of<first>::call;
}

}  // namespace gen_bindings::fast
