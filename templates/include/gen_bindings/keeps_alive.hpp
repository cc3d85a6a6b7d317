// keeps_alive: a call policy that ties the life of one object to another's.
#pragma once

#include <boost/python/converter/from_python.hpp>
#include <boost/python/converter/registered.hpp>
#include <boost/python/default_call_policies.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/instance_holder.hpp>
#include <boost/python/make_constructor.hpp>
#include <boost/python/object/class_detail.hpp>
#include <boost/python/object/instance.hpp>
#include <boost/python/object_core.hpp>
#include <boost/python/type_id.hpp>

#include <cstddef>
#include <new>
#include <type_traits>
#include <vector>

#include "owner.hpp"
#include "runtime.hpp"

namespace gen_bindings {

namespace detail {

/// The tuple of all arguments, the object first, whatever view of it a policy is given.
inline PyObject* argument_tuple(PyObject* const& arguments) noexcept { return arguments; }

template <class Base, class Offset>
PyObject* argument_tuple(const boost::python::detail::offset_args<Base, Offset>& arguments) {
  return argument_tuple(arguments.base);
}

/// What a Python object of C++ keeps alive, among what it holds. Boost's own life support is a weak
/// reference with a callback, which the garbage collector calls while both objects still live: of
/// a custodian and a ward that are garbage together the ward may then die first.
class ward_holder final : public boost::python::instance_holder {
 public:
  explicit ward_holder(PyObject* ward)
      : ward_{boost::python::handle<>{boost::python::borrowed(ward)}} {}

 private:
  void* holds(boost::python::type_info, bool) override { return nullptr; }

  boost::python::object ward_;
};

/// Memory for a ward_holder. Newer Boost takes an alignment too. GIL: attached.
template <class Holder = boost::python::instance_holder>
auto memory_in(PyObject* object, std::size_t offset, int)
    -> decltype(Holder::allocate(object, offset, sizeof(ward_holder), alignof(ward_holder))) {
  return Holder::allocate(object, offset, sizeof(ward_holder), alignof(ward_holder));
}

template <class Holder = boost::python::instance_holder>
void* memory_in(PyObject* object, std::size_t offset, long) {
  return Holder::allocate(object, offset, sizeof(ward_holder));
}

/// GIL: attached. Throws error_already_set with a TypeError where `custodian` is no instance of a
/// class of Boost.Python, and std::bad_alloc.
inline void keep_alive(PyObject* custodian, PyObject* ward) {
  namespace python = boost::python;
  PyObject* const type = reinterpret_cast<PyObject*>(Py_TYPE(custodian));
  if (!PyObject_TypeCheck(type, python::objects::class_metatype().get())) {
    PyErr_Format(PyExc_TypeError, "'%.200s' object can't keep another one alive",
                 Py_TYPE(custodian)->tp_name);
    python::throw_error_already_set();
  }
  using instance = python::objects::instance<>;
  auto*& first = reinterpret_cast<instance*>(custodian)->objects;
  // Holders are destroyed from the first to the last, and a ward after what depends on it.
  std::vector<python::instance_holder*> before;
  for (auto* each = first; each != nullptr; each = each->next()) before.push_back(each);
  void* const memory = memory_in(custodian, offsetof(instance, storage), 0);
  auto* const holder = new (memory) ward_holder{ward};
  first = nullptr;
  holder->install(custodian);
  for (auto each = before.rbegin(); each != before.rend(); ++each) (*each)->install(custodian);
}

/// The address of the C++ object in `object`, as owner.hpp knows it, or null. GIL: attached.
template <class T>
const void* object_of_cpp([[maybe_unused]] PyObject* object) noexcept {
  if constexpr (std::is_void_v<T>) {
    return nullptr;
  } else {
    namespace converter = boost::python::converter;
    const auto& known = converter::registered<T>::converters;
    return whole_object(static_cast<const T*>(converter::get_lvalue_from_python(object, known)));
  }
}

}  // namespace detail

/// Keeps the object at position `Ward` alive while the one at `Custodian` lives. 0 is the result, 1
/// the first argument, `self` of methods and constructors. Unlike
/// boost::python::with_custodian_and_ward it counts the same in constructors, where Boost counts
/// without `self`, and the garbage collector can't part them. None keeps nothing, nor is it kept.
/// `CustodianClass` and `WardClass` are their classes in C++, or void: where both are closed at the
/// end of the interpreter, the ward is closed last.
///
/// GIL: attached. The call fails with a TypeError where the custodian is no object of C++.
template <unsigned Custodian, unsigned Ward, class CustodianClass = void, class WardClass = void,
          class Base = boost::python::default_call_policies>
struct keeps_alive : Base {
  template <class Arguments>
  static PyObject* postcall(const Arguments& arguments, PyObject* result) {
    result = Base::postcall(arguments, result);
    if (result == nullptr) return nullptr;
    PyObject* const tuple = detail::argument_tuple(arguments);
    const auto at = [&](unsigned position) {
      return position == 0 ? result : PyTuple_GET_ITEM(tuple, position - 1);
    };
    if (at(Custodian) == Py_None || at(Ward) == Py_None) return result;
    boost::python::handle<> made{result};
    detail::keep_alive(at(Custodian), at(Ward));
    const void* const dependent = detail::object_of_cpp<CustodianClass>(at(Custodian));
    const void* const needed = detail::object_of_cpp<WardClass>(at(Ward));
    if (dependent != nullptr && needed != nullptr) closes_before(dependent, needed);
    return made.release();
  }
};

}  // namespace gen_bindings
