// All that the fast dispatch takes for granted of Boost.Python beyond its reference: how its objects lie
// in memory. Each of it is the same from 1.74 to 1.90, or told apart here.
#pragma once

#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/instance_holder.hpp>
#include <boost/python/make_function.hpp>
#include <boost/python/object/instance.hpp>

#include <Python.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <typeinfo>

namespace gen_bindings::fast {

/// The holder that is asked first of what `object`, an instance of a class of Boost.Python, holds;
/// null where it was made without `__init__`. GIL: attached.
///
/// boost/python/object/instance.hpp: a list that begins in the object.
inline boost::python::instance_holder* first_holder(PyObject* object) noexcept {
  return reinterpret_cast<boost::python::objects::instance<>*>(object)->objects;
}

/// Whether the type of `holder` is Holder. False says nothing where two libraries each have a
/// type_info of it. GIL: any state.
template <class Holder>
bool is_exactly(const boost::python::instance_holder& holder) noexcept {
  return &typeid(holder) == &typeid(Holder);
}

/// Where a holder of such an alignment would lie in a new instance.
constexpr std::size_t offset_for(std::size_t alignment) noexcept {
  constexpr std::size_t begin = offsetof(boost::python::objects::instance<>, storage);
  return (begin + alignment - 1) / alignment * alignment;
}

/// How much room an object needs to have a holder of such a size and alignment inside.
constexpr std::size_t room_for(std::size_t size, std::size_t alignment) noexcept {
  constexpr std::size_t begin = offsetof(boost::python::objects::instance<>, storage);
  return offset_for(alignment) - begin + size + alignment;
}

namespace detail {

/// Newer Boost takes an alignment too.
template <class Base = boost::python::instance_holder>
auto allocate(PyObject* object, std::size_t size, std::size_t alignment, int)
    -> decltype(Base::allocate(object, offset_for(alignment), size, alignment)) {
  return Base::allocate(object, offset_for(alignment), size, alignment);
}

template <class Base = boost::python::instance_holder>
void* allocate(PyObject* object, std::size_t size, std::size_t alignment, long) {
  return Base::allocate(object, offset_for(alignment), size);
}

}  // namespace detail

/// Memory for a holder: inside `object` where there is room, which is then taken.
/// GIL: attached. Throws std::bad_alloc. instance_holder::deallocate() gives it back.
inline void* holder_memory(PyObject* object, std::size_t size, std::size_t alignment) {
  return detail::allocate(object, size, alignment, 0);
}

/// Whether `holder` lies inside `object`, whose it is. GIL: attached.
///
/// libs/python/src/object/class.cpp, instance_holder::deallocate: a size that is not negative says
/// where.
inline bool is_inside(PyObject* object, const void* holder) noexcept {
  return reinterpret_cast<char*>(object) + Py_SIZE(object) == holder;
}

/// Whether `object` has a dict of its own, or something refers to it weakly. GIL: attached.
inline bool has_attributes_or_weak_references(PyObject* object) noexcept {
  const auto* const instance = reinterpret_cast<boost::python::objects::instance<>*>(object);
  return instance->dict != nullptr || instance->weakrefs != nullptr;
}

namespace detail {

inline void set_size(PyObject* object, Py_ssize_t size) noexcept {
#if PY_VERSION_HEX >= 0x03090000
  Py_SET_SIZE(reinterpret_cast<PyVarObject*>(object), size);
#else
  Py_SIZE(object) = size;
#endif
}

/// The size of an instance with so much room, all of it free.
constexpr Py_ssize_t size_of_free(std::size_t room) noexcept {
  return -static_cast<Py_ssize_t>(room + offsetof(boost::python::objects::instance<>, storage));
}

}  // namespace detail

/// A new instance of `type`, a class of Boost.Python, that holds nothing yet and has `room` for a holder
/// inside; null with the Python error set.
///
/// libs/python/src/object/class.cpp, instance_new and instance_holder::allocate: free room is a
/// negative size. Boost.Python itself looks for `__instance_size__` among the attributes of a dict
/// and finds none, so that it never has room.
/// GIL: attached.
inline PyObject* new_instance(PyTypeObject* type, std::size_t room) noexcept {
  PyObject* const made = type->tp_alloc(type, static_cast<Py_ssize_t>(room));
  if (made != nullptr) detail::set_size(made, detail::size_of_free(room));
  return made;
}

/// As holder_memory(), at once where new_instance() has just made `object` with room_for(size, alignment): the room is
/// enough wherever the object lies.
inline void* holder_memory_inside(PyObject* object, std::size_t size, std::size_t alignment) {
  if (Py_SIZE(object) != detail::size_of_free(room_for(size, alignment)))
    return holder_memory(object, size, alignment);
  char* const begin = reinterpret_cast<char*>(object);
  std::size_t offset = offset_for(alignment);
  const std::size_t beyond = reinterpret_cast<std::uintptr_t>(begin + offset) % alignment;
  if (beyond != 0) offset += alignment - beyond;
  detail::set_size(object, static_cast<Py_ssize_t>(offset));
  return begin + offset;
}

/// What deletes an instance of Boost.Python's own class, without the reference to its class; null until
/// find_deleter_of_instances() was called. GIL: attached.
inline ::destructor& deleter_of_instances() noexcept {
  static ::destructor found = nullptr;
  return found;
}

/// Finds it for `type`, a class that class_ has made: false where CPython deletes the objects of this class
/// otherwise than those of a class that was made in Python. GIL: attached.
///
/// libs/python/src/object/class.cpp, instance_dealloc, of the class that all others derive from and
/// that alone was not made at run time.
inline bool find_deleter_of_instances(PyTypeObject* type) noexcept {
  if (!PyType_IS_GC(type) || type->tp_del != nullptr) return false;
  PyTypeObject* base = type;
  while (base != nullptr && PyType_HasFeature(base, Py_TPFLAGS_HEAPTYPE)) base = base->tp_base;
  if (base == nullptr || base == &PyBaseObject_Type || base->tp_dealloc == type->tp_dealloc) return false;
  deleter_of_instances() = base->tp_dealloc;
  return true;
}

/// Whether what is said above holds for this Python class and this Boost.Python: memory for a holder
/// lies inside a new instance. GIL: attached. Leaves no Python error.
inline bool has_room_inside(PyTypeObject* type, std::size_t room) {
  PyObject* const made = new_instance(type, room);
  if (made == nullptr) {
    PyErr_Clear();
    return false;
  }
  const char* const begin = reinterpret_cast<char*>(made);
  const std::size_t size = offsetof(boost::python::objects::instance<>, storage) + room;
  bool is_there = false;
  if (room > 2 * sizeof(void*)) {
    constexpr std::size_t smallest = 2 * sizeof(void*);
    void* const memory = holder_memory(made, smallest, alignof(void*));
    const char* const place = static_cast<char*>(memory);
    is_there = place >= begin && place + smallest <= begin + size && is_inside(made, place);
    boost::python::instance_holder::deallocate(made, memory);
  }
  Py_DECREF(made);
  return is_there;
}

/// Boost.Python's ArgumentError, a subclass of TypeError, borrowed; TypeError where it has none.
///
/// libs/python/src/object/function.cpp keeps it to itself: it comes with the first error.
/// GIL: attached. Leaves no Python error.
inline PyObject* argument_error_class() {
  static PyObject* const found = [] {
    namespace python = boost::python;
    const python::object takes_one = python::make_function(+[](int) {});
    const python::handle<> result{
        python::allow_null(PyObject_CallObject(takes_one.ptr(), nullptr))};
    PyObject* type = nullptr;
    PyObject* value = nullptr;
    PyObject* traceback = nullptr;
    PyErr_Fetch(&type, &value, &traceback);
    Py_XDECREF(value);
    Py_XDECREF(traceback);
    if (type == nullptr) Py_INCREF(type = PyExc_TypeError);
    return type;
  }();
  return found;
}

/// Whether Boost.Python lets Python try the other operand where no overload of the special method
/// `name` fits: libs/python/src/object/function.cpp, binary_operator_names.
inline bool is_binary_operator(const char* name) noexcept {
  static constexpr const char* names[] = {
      "add",  "and",  "div",      "divmod",  "eq",   "floordiv", "ge",   "gt",   "le",
      "lshift", "lt",   "mod",      "mul",     "ne",   "or",       "pow",  "radd", "rand",
      "rdiv", "rdivmod", "rfloordiv", "rlshift", "rmod", "rmul",     "ror",  "rpow", "rrshift",
      "rshift", "rsub", "rtruediv", "rxor",    "sub",  "truediv",  "xor"};
  const std::size_t length = std::strlen(name);
  if (length < 5 || std::strncmp(name, "__", 2) != 0 || std::strcmp(name + length - 2, "__") != 0)
    return false;
  for (const char* const each : names) {
    if (std::strlen(each) == length - 4 && std::strncmp(name + 2, each, length - 4) == 0) return true;
  }
  return false;
}

}  // namespace gen_bindings::fast
