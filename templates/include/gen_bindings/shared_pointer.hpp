// Shared pointers to C++ objects that Python owns, which may die in any state.
#pragma once

#include <boost/python/converter/from_python.hpp>
#include <boost/python/converter/pytype_function.hpp>
#include <boost/python/converter/registered.hpp>
#include <boost/python/converter/registry.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/refcount.hpp>
#include <boost/python/register_ptr_to_python.hpp>
#include <boost/python/type_id.hpp>
#include <boost/ref.hpp>
#include <boost/shared_ptr.hpp>

#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "call_scope.hpp"
#include "owner.hpp"
#include "probe.hpp"
#include "promise.hpp"
#include "python_reference.hpp"

namespace gen_bindings {

namespace detail {

/// Deletes nothing: lets go of the Python object that holds the C++ object.
struct python_owner {
  std::shared_ptr<const python_reference> object;
  /// Shares the C++ object too, where the runtime may close Python's part of it before C++ is done.
  std::shared_ptr<const void> shared;
  void operator()(const void* /*pointee*/) noexcept {
    probe::drops_shared_pointer();
    object.reset();
    shared.reset();
  }
};

/// Boost.Python's converters for one kind of shared pointer to T.
template <class T, template <class> class SharedPointer, class Destructor>
struct shared_pointer_converter {
  using type = SharedPointer<T>;

  static void* convertible(PyObject* object) {
    namespace converter = boost::python::converter;
    if (object == Py_None) return object;
    return converter::get_lvalue_from_python(object, converter::registered<T>::converters);
  }

  // As Boost.Python's own, which differs in the deleter. The pointer shares the ownership of
  // another one, so that std::enable_shared_from_this does not take notice of it.
  static void construct(PyObject* object,
                        boost::python::converter::rvalue_from_python_stage1_data* data) {
    const conversion_scope<type> conversion;
    namespace python = boost::python;
    using storage = python::converter::rvalue_from_python_storage<type>;
    void* const bytes = reinterpret_cast<storage*>(data)->storage.bytes;
    if (data->convertible == object) {
      new (bytes) type{};
    } else {
      const SharedPointer<void> owner{
          static_cast<void*>(nullptr),
          python_owner{std::make_shared<const python_reference>(python::incref(object)),
                       shared_with(object)}};
      new (bytes) type{owner, static_cast<T*>(data->convertible)};
    }
    data->convertible = bytes;
  }

  // The C++ object that an owner shares, or nothing. GIL: attached.
  static std::shared_ptr<const void> shared_with([[maybe_unused]] PyObject* object) {
    if constexpr (std::is_same_v<Destructor, destructor::released>) {
      namespace converter = boost::python::converter;
      using holder = owner<T, std::shared_ptr<T>, Destructor>;
      const auto& known = converter::registered<holder>::converters;
      void* const found = converter::get_lvalue_from_python(object, known);
      if (found != nullptr) return static_cast<const holder*>(found)->pointer();
    }
    return nullptr;
  }

  // The identical object where Python owns it, else as Boost.Python does.
  static PyObject* convert(const void* source) {
    const conversion_scope<type> conversion;
    using boost::get_deleter;
    using std::get_deleter;
    const type& pointer = *static_cast<const type*>(source);
    if (const python_owner* const owner = get_deleter<python_owner>(pointer)) {
      return boost::python::incref(owner->object->get());
    }
    if constexpr (std::is_same_v<Destructor, destructor::released>) return convert_owned(pointer);
    if (former != nullptr) return former(source);
    PyErr_Format(PyExc_TypeError,
                 "no converter to Python was registered for a shared pointer to %s",
                 boost::python::type_id<T>().name());
    return nullptr;
  }

  static PyObject* convert_owned(const type& pointer) {
    namespace objects = boost::python::objects;
    using owner_type = owner<T, type, Destructor>;
    using holder = objects::pointer_holder<owner_type, T>;
    if (!pointer) return boost::python::incref(Py_None);
    owner_type its_owner{pointer};
    return objects::make_ptr_instance<T, holder>::execute(its_owner);
  }

  static void insert() {
    namespace python = boost::python;
    using python::converter::registration;
    constexpr auto type_id = &python::type_id<type>;
    // The newest is asked first.
    python::converter::registry::insert(
        &convertible, &construct, type_id(),
        &python::converter::expected_from_python_type_direct<T>::get_pytype);
    // Another one to Python would be refused, so the one that is there is replaced.
    const registration& known = python::converter::registry::lookup_shared_ptr(type_id());
    if (known.m_to_python == &convert) return;
    former = std::exchange(const_cast<registration&>(known).m_to_python, &convert);
  }

  inline static boost::python::converter::to_python_function_t former = nullptr;
};

}  // namespace detail

/// Lets std::shared_ptr<T> and boost::shared_ptr<T> that are made from a Python object die in any
/// state, on any thread: their deleter attaches, and leaks the object once the interpreter is gone.
/// On the way back to Python they are the identical object, in every module of the process that
/// was generated. (Those that Boost.Python makes touch the reference count as they are.)
///
/// With destructor::released a pointer that C++ made and Python drops is let go detached, or when
/// the interpreter ends, as owner has it.
///
/// GIL: attached, inside the module's initialisation, after the class_ of T and whatever else
/// teaches Boost.Python to convert these pointers.
template <class T, class Destructor = destructor::held>
void register_shared_pointers() {
  detail::shared_pointer_converter<T, std::shared_ptr, Destructor>::insert();
  detail::shared_pointer_converter<T, boost::shared_ptr, Destructor>::insert();
}

}  // namespace gen_bindings
