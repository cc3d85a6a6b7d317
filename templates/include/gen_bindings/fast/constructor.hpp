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
#include <map>
#include <new>
#include <type_traits>
#include <utility>

#include "../known_class.hpp"
#include "boost_inside.hpp"
#include "deletion.hpp"
#include "enclosing_scope.hpp"
#include "inline_holder.hpp"
#include "method.hpp"
#include "overload.hpp"
#include "result.hpp"
#include "small_array.hpp"
#include "small_code.hpp"

namespace gen_bindings::fast {

namespace detail {

/// The memory of a place_inside, and who is to hold it. GIL: attached.
class memory_inside {
 public:
  /// Throws std::bad_alloc.
  memory_inside(PyObject* self, const layout& both)
      : self_{self}, memory_{holder_memory_inside(self, both.size, both.alignment)} {}
  memory_inside(const memory_inside&) = delete;
  memory_inside& operator=(const memory_inside&) = delete;
  ~memory_inside() {
    if (memory_ != nullptr) boost::python::instance_holder::deallocate(self_, memory_);
  }

  /// Where the holder is to be.
  [[nodiscard]] void* get() const noexcept { return memory_; }

  /// The object is there.
  void hold(known_class& held) noexcept {
    (new (std::exchange(memory_, nullptr)) inline_holder{held})->install(self_);
  }

 private:
  PyObject* self_;
  void* memory_;
};

/// For a class that is known when it is compiled.
template <class T>
class quick_place {
 public:
  explicit quick_place(PyObject* self) : memory_{self, both} {}

  [[nodiscard]] void* address() const noexcept { return object_in(memory_.get(), both); }
  PyObject* hold() noexcept {
    memory_.hold(known_class_of<T>);
    return none();
  }

 private:
  static constexpr layout both = layout_of(sizeof(T), alignof(T));

  memory_inside memory_;
};

/// For any class, out of line.
class shared_place {
 public:
  BOOST_NOINLINE shared_place(PyObject* self, known_class& held)
      : held_{held}, memory_{self, layout_of(held)} {}
  shared_place(const shared_place&) = delete;
  shared_place& operator=(const shared_place&) = delete;
  BOOST_NOINLINE ~shared_place() = default;

  [[nodiscard]] BOOST_NOINLINE void* address() const noexcept {
    return object_in(memory_.get(), layout_of(held_));
  }
  BOOST_NOINLINE PyObject* hold() noexcept {
    memory_.hold(held_);
    return none();
  }

 private:
  known_class& held_;
  memory_inside memory_;
};

template <class T>
class known_place : public shared_place {
 public:
  explicit known_place(PyObject* self) : shared_place{self, known_class_of<T>} {}
};

}  // namespace detail

/// A place for a T inside `self`, a Python object that is to hold it: made by the constructor, which throws
/// std::bad_alloc; a T is constructed at address(); hold() then has Python hold it, and returns None as `__init__` does.
/// Where the latter is not reached, the place is given back. GIL: attached.
template <class T>
using place_inside =
    std::conditional_t<detail::prefers_small_code, detail::known_place<T>, detail::quick_place<T>>;

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

/// How objects of one class are made. As long as the process lives.
struct maker {
  PyObject* initialize;
  const overload_set* overloads;
  PyObject* name;
  newfunc allocate;
  std::size_t room;
  /// Of the class, when it was last seen to be as it was; 0 where that says nothing.
  unsigned int version;
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

/// Of all classes that are made so, by the class, which is all that its vectorcall is given.
inline std::map<PyObject*, maker>& makers() {
  static auto& all = *new std::map<PyObject*, maker>;
  return all;
}

/// The vectorcall of any class. GIL: attached. Never throws.
inline PyObject* make_any(PyObject* type, PyObject* const* given, std::size_t flagged,
                          PyObject* keywords) {
  return make<&enter_any>(type, given, flagged, keywords, makers().find(type)->second);
}

/// The same for one class, which need not look for its maker.
template <entry first>
struct maker_of {
  static inline maker* how;

  static PyObject* call(PyObject* type, PyObject* const* given, std::size_t flagged,
                        PyObject* keywords) {
    return make<&enter<first>>(type, given, flagged, keywords, *how);
  }
};

/// How much room an object of Python needs for what it holds: an object of `held`, or, where that is null, a smart
/// pointer of the usual size.
inline std::size_t room_of(const known_class* held) noexcept {
  if (held == nullptr) return room_for(5 * sizeof(void*), alignof(void*));
  const layout both = layout_of(*held);
  return room_for(both.size, both.alignment);
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

/// The part of define_constructor() that is the same for all. `call` becomes the vectorcall of the class, whose objects
/// hold those of `held` inside, or, where that is null, smart pointers. GIL: attached. Throws error_already_set.
BOOST_NOINLINE inline maker* define_init(enclosing_scope scope, const char* name,
                                         std::initializer_list<overload> overloads,
                                         vectorcallfunc method_call, const known_class* held,
                                         vectorcallfunc call) {
  const boost::python::object method = new_method_object(scope, name, overloads, method_call);
  set_attribute(scope, name, method);
  auto* const type = reinterpret_cast<PyTypeObject*>(scope.ptr());
  const std::size_t room = room_of(held);
  if (!has_vectorcall(Py_TYPE(type)) || !has_room_inside(type, room)) return nullptr;
  maker& how = makers()[scope.ptr()];
  how = {boost::python::incref(method.ptr()), &facts_of(method.ptr()).overloads,
         PyUnicode_InternFromString(name), type->tp_new, room, 0};
  type->tp_vectorcall = call;
  if (held != nullptr && find_deleter_of_instances(type)) type->tp_dealloc = &delete_object;
  return &how;
}

/// The same, of one overload, which it declares itself.
BOOST_NOINLINE inline maker* define_only_init(enclosing_scope scope, const char* name, entry only,
                                              const char* signature, const char* doc, bool shows_signature,
                                              vectorcallfunc method_call, const known_class* held,
                                              vectorcallfunc call) {
  return define_init(scope, name, {{only, signature, doc, shows_signature}}, method_call, held, call);
}

template <class T>
constexpr const known_class* held_inside() noexcept {
  if constexpr (std::is_void_v<T>) {
    return nullptr;
  } else {
    return &known_class_of<T>;
  }
}

}  // namespace detail

/// Defines `__init__` of `scope`. T is the class of C++ whose objects are made inside Python's, or void where
/// smart pointers hold them. Where CPython and Boost.Python allow it, objects of exactly
/// this class are made without the detour through `__new__` and `__init__`, and have room for what they
/// hold; subclasses, and a class whose `__init__` or `__new__` is replaced later, go the usual way.
/// GIL: attached. Throws error_already_set.
template <class T, entry first>
void define_constructor(enclosing_scope scope, const char* name,
                        std::initializer_list<overload> overloads) {
  constexpr const known_class* held = detail::held_inside<T>();
  if constexpr (detail::prefers_small_code) {
    detail::define_init(scope, name, overloads, &detail::call_any_method, held, &detail::make_any);
  } else {
    using made = detail::maker_of<first>;
    made::how = detail::define_init(scope, name, overloads, &detail::call_method<first>, held, &made::call);
  }
}

/// The same, of one overload without defaults; see `overload` for what it is declared by.
template <class T, entry only>
void define_constructor(enclosing_scope scope, const char* name, const char* signature, const char* doc,
                        bool shows_signature) {
  constexpr const known_class* held = detail::held_inside<T>();
  if constexpr (detail::prefers_small_code) {
    detail::define_only_init(scope, name, only, signature, doc, shows_signature, &detail::call_any_method,
                             held, &detail::make_any);
  } else {
    using made = detail::maker_of<only>;
    made::how = detail::define_only_init(scope, name, only, signature, doc, shows_signature,
                                         &detail::call_method<only>, held, &made::call);
  }
}

}  // namespace gen_bindings::fast
