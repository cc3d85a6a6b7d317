// Constructors: `__init__` as a function, and a shorter way to it for objects of exactly one class.
#pragma once

#include <boost/config.hpp>
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
#include "deletion.hpp"
#include "inline_holder.hpp"
#include "method.hpp"
#include "result.hpp"
#include "small_array.hpp"

namespace gen_bindings::fast {

/// Has `make(place)` construct a T inside `self`, a Python object that is to hold it. Returns None.
/// GIL: attached. Throws std::bad_alloc, and what `make` throws.
template <class T, class Make>
PyObject* construct_inside(PyObject* self, const Make& make) {
  using holder = inline_holder<T>;
  void* const memory = holder_memory_inside<holder>(self);
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
  /// Of the class, when it was last seen to be as it was; 0 where that says nothing.
  unsigned int version = 0;
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

/// Whether an object is still made as it was when the module was imported. GIL: attached.
inline bool is_unchanged(PyTypeObject* type, maker& how) noexcept {
  // From 3.11 on no class ever has a version again that one has had; CPython's own caches rely on it.
  constexpr bool has_versions = PY_VERSION_HEX >= 0x030B0000;
  if (has_versions && how.version != 0 && type->tp_version_tag == how.version) return true;
  if (type->tp_new != how.allocate || _PyType_Lookup(type, how.name) != how.initialize) return false;
  how.version = type->tp_version_tag;
  return true;
}

/// Puts the object before the arguments, at a place that the caller has lent, and gives the place back.
class object_before {
 public:
  object_before(PyObject* const* given, PyObject* object) noexcept
      : place_{const_cast<PyObject**>(given) - 1}, lent_{std::exchange(*place_, object)} {}
  object_before(const object_before&) = delete;
  object_before& operator=(const object_before&) = delete;
  ~object_before() { *place_ = lent_; }

  [[nodiscard]] PyObject* const* arguments() const noexcept { return place_; }

 private:
  PyObject** place_;
  PyObject* lent_;
};

/// `enter_it` is enter<first>() or enter_any(). GIL: attached. Throws what the entries of the constructor throw.
template <auto enter_it>
PyObject* make_object(PyObject* callable, PyObject* const* given, std::size_t flagged,
                      PyObject* keywords, maker& how) {
  const auto count = static_cast<std::size_t>(PyVectorcall_NARGS(flagged));
  auto* const type = reinterpret_cast<PyTypeObject*>(callable);
  if (!is_unchanged(type, how)) return call_slowly(callable, given, count, keywords);
  PyObject* const made = new_instance(type, how.room);
  if (made == nullptr) return nullptr;
  boost::python::handle<> object{made};
  const object_before all{given, made};
  PyObject* const done = enter_it(all.arguments(), count + 1, keywords, *how.overloads);
  if (done == nullptr) return nullptr;
  Py_DECREF(done);
  return object.release();
}

/// The same where the caller does not lend the place before the arguments, as CPython's vectorcall
/// protocol has it.
template <auto enter_it>
BOOST_NOINLINE PyObject* make_object_of_copies(PyObject* callable, PyObject* const* given,
                                               std::size_t flagged, PyObject* keywords,
                                               maker& how) {
  const auto named =
      keywords == nullptr ? std::size_t{0} : static_cast<std::size_t>(PyTuple_GET_SIZE(keywords));
  const std::size_t all = static_cast<std::size_t>(PyVectorcall_NARGS(flagged)) + named;
  small_array<PyObject*> copies{1 + all};
  copies[0] = nullptr;
  std::copy_n(given, all, &copies[1]);
  return make_object<enter_it>(callable, &copies[1], flagged, keywords, how);
}

/// As either, called by Python. GIL: attached. Never throws.
template <auto enter_it>
PyObject* make(PyObject* type, PyObject* const* given, std::size_t flagged, PyObject* keywords,
               maker& how) {
  try {
    return (flagged & PY_VECTORCALL_ARGUMENTS_OFFSET) != 0
               ? make_object<enter_it>(type, given, flagged, keywords, how)
               : make_object_of_copies<enter_it>(type, given, flagged, keywords, how);
  } catch (...) {
    return raised();
  }
}

/// One for each class: its vectorcall is given nothing but the class.
template <entry first>
struct maker_of {
  static inline maker how;

  static PyObject* call(PyObject* type, PyObject* const* given, std::size_t flagged,
                        PyObject* keywords) {
    if constexpr (prefers_small_code) {
      return make<&enter_any>(type, given, flagged, keywords, how);
    } else {
      return make<&enter<first>>(type, given, flagged, keywords, how);
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

/// The part of define_constructor() that is the same for all. `call` and `deleter` become those of the class;
/// there may be no deleter. GIL: attached. Throws error_already_set.
BOOST_NOINLINE inline void define_init(const boost::python::object& scope, const char* name,
                                       const boost::python::object& method, std::size_t room,
                                       maker& how, vectorcallfunc call, ::destructor deleter) {
  set_attribute(scope, name, method);
  auto* const type = reinterpret_cast<PyTypeObject*>(scope.ptr());
  if (!has_vectorcall(Py_TYPE(type)) || !has_room_inside(type, room)) return;
  how.name = PyUnicode_InternFromString(name);
  how.initialize = boost::python::incref(method.ptr());
  how.overloads = &facts_of(method.ptr()).overloads;
  how.allocate = type->tp_new;
  how.room = room;
  type->tp_vectorcall = call;
  if (deleter != nullptr && find_deleter_of_instances(type)) type->tp_dealloc = deleter;
}

/// The deleter of objects that hold a T inside; null where smart pointers hold them, or where it would be
/// code for little.
template <class T>
constexpr ::destructor deleter_of() noexcept {
  if constexpr (std::is_void_v<T> || prefers_small_code) {
    return nullptr;
  } else {
    return &delete_object<T>;
  }
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
  using made = detail::maker_of<first>;
  detail::define_init(scope, name, new_method<first>(scope, name, overloads), detail::room_of<T>(),
                      made::how, &made::call, detail::deleter_of<T>());
}

}  // namespace gen_bindings::fast
