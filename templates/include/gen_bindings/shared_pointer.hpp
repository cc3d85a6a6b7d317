// Shared pointers to C++ objects that Python owns, which may die in any state.
#pragma once

#include <boost/config.hpp>
#include <boost/python/converter/from_python.hpp>
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
#include <typeinfo>
#include <utility>

#include "call_scope.hpp"
#include "known_class.hpp"
#include "owner.hpp"
#include "parameter_type.hpp"
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

/// The converters of one kind of shared pointer, as far as they are the same for all that it may point to.
///
/// A shared pointer to T and one to void lie alike in memory, in each of the usual libraries: an address, and what
/// counts. So one to void is made where Boost.Python will find one to T, out of line, and code that is compiled
/// for T never sees how.
template <template <class> class SharedPointer>
struct shared_pointers {
  using any = SharedPointer<void>;
  static_assert(sizeof(any) == sizeof(SharedPointer<int>) && alignof(any) == alignof(SharedPointer<int>),
                "shared pointers to different types do not lie alike in memory");

  /// `shared` shares the C++ object, where that is more than its Python object does.
  static BOOST_NOINLINE void construct(
      PyObject* object, boost::python::converter::rvalue_from_python_stage1_data* data,
      const std::shared_ptr<const void>& shared) {
    const conversion_scope<any> conversion;
    namespace python = boost::python;
    using storage = python::converter::rvalue_from_python_storage<any>;
    void* const bytes = reinterpret_cast<storage*>(data)->storage.bytes;
    if (data->convertible == object) {
      new (bytes) any{};
    } else {
      // As Boost.Python's own, which differs in the deleter. The pointer shares the ownership of
      // another one, so that std::enable_shared_from_this does not take notice of it.
      const any owner{
          static_cast<void*>(nullptr),
          python_owner{std::make_shared<const python_reference>(python::incref(object)), shared}};
      new (bytes) any{owner, data->convertible};
    }
    data->convertible = bytes;
  }

  /// Where C++ shares nothing but what Python owns.
  static void construct_held(PyObject* object,
                             boost::python::converter::rvalue_from_python_stage1_data* data) {
    construct(object, data, nullptr);
  }

  /// The identical object where Python owns it, as a new reference; else null, without a Python error.
  static PyObject* owner_of(const void* source) noexcept {
    using boost::get_deleter;
    using std::get_deleter;
    const python_owner* const owner = get_deleter<python_owner>(*static_cast<const any*>(source));
    return owner == nullptr ? nullptr : boost::python::incref(owner->object->get());
  }

  /// The identical object where Python owns it, else what `former` makes of it, if there is one.
  static BOOST_NOINLINE PyObject* convert(const void* source,
                                          boost::python::converter::to_python_function_t former,
                                          const known_class& known) {
    const conversion_scope<any> conversion;
    if (PyObject* const object = owner_of(source)) return object;
    if (former != nullptr) return former(source);
    PyErr_Format(PyExc_TypeError,
                 "no converter to Python was registered for a shared pointer to %s",
                 known.id().name());
    return nullptr;
  }
};

/// None fits, and whatever has an object of the class inside. GIL: attached.
BOOST_NOINLINE inline void* convertible_to_shared(PyObject* object, known_class& known) {
  if (object == Py_None) return object;
  return boost::python::converter::get_lvalue_from_python(object, known.registration());
}

/// What Boost.Python calls to convert one kind of shared pointer to `known`, both ways.
struct pointer_conversion {
  boost::python::type_info type;
  boost::python::converter::convertible_function convertible;
  boost::python::converter::constructor_function construct;
  boost::python::converter::to_python_function_t convert;
};

/// Registers it. `former` becomes what made Python objects of such pointers before, if anything did.
/// GIL: attached.
inline void insert(const pointer_conversion& conversion, known_class& known,
                   boost::python::converter::to_python_function_t& former) {
  namespace converter = boost::python::converter;
  // The newest is asked first.
  converter::registry::insert(conversion.convertible, conversion.construct, conversion.type, nullptr);
  // Another one to Python would be refused, so the one that is there is replaced.
  auto& entry =
      const_cast<converter::registration&>(converter::registry::lookup_shared_ptr(conversion.type));
  // What docstrings show of it, as objects::copy_class_object has it.
  if (entry.m_class_object == nullptr) entry.m_class_object = known.registration().m_class_object;
  if (entry.m_to_python != conversion.convert) former = std::exchange(entry.m_to_python, conversion.convert);
}

/// What converted each kind of shared pointer to one class before.
struct former_conversions {
  boost::python::converter::to_python_function_t standard;
  boost::python::converter::to_python_function_t boost;
};

/// Of pointers to T, whose destructor runs attached.
template <class T>
struct held_pointers {
  static inline former_conversions former{};

  static void* convertible(PyObject* object) {
    return convertible_to_shared(object, known_class_of<T>);
  }
  static PyObject* convert_standard(const void* source) {
    return shared_pointers<std::shared_ptr>::convert(source, former.standard, known_class_of<T>);
  }
  static PyObject* convert_boost(const void* source) {
    return shared_pointers<boost::shared_ptr>::convert(source, former.boost, known_class_of<T>);
  }
};

/// Registers both kinds; for the type of each, see parameter_type_of(). GIL: attached.
BOOST_NOINLINE inline void insert_held_pointers(
    known_class& known, const std::type_info& standard_type, const std::type_info& boost_type,
    boost::python::converter::convertible_function convertible,
    boost::python::converter::to_python_function_t convert_standard,
    boost::python::converter::to_python_function_t convert_boost, former_conversions& former) {
  insert({parameter_type_of(standard_type), convertible,
          &shared_pointers<std::shared_ptr>::construct_held, convert_standard},
         known, former.standard);
  insert({parameter_type_of(boost_type), convertible,
          &shared_pointers<boost::shared_ptr>::construct_held, convert_boost},
         known, former.boost);
}

/// Of one kind of pointers to T, whose destructor runs detached.
template <class T, template <class> class SharedPointer>
struct released_pointer {
  using type = SharedPointer<T>;
  using common = shared_pointers<SharedPointer>;
  static inline boost::python::converter::to_python_function_t former = nullptr;

  // With the C++ object that an owner shares.
  static void construct(PyObject* object,
                        boost::python::converter::rvalue_from_python_stage1_data* data) {
    namespace converter = boost::python::converter;
    using holder = owner<T, std::shared_ptr<T>, destructor::released>;
    void* const found =
        converter::get_lvalue_from_python(object, converter::registered<holder>::converters);
    common::construct(object, data,
                      found == nullptr ? nullptr : static_cast<const holder*>(found)->pointer());
  }

  static PyObject* convert(const void* source) {
    const conversion_scope<type> conversion;
    namespace objects = boost::python::objects;
    using owner_type = owner<T, type, destructor::released>;
    using holder = objects::pointer_holder<owner_type, T>;
    const type& pointer = *static_cast<const type*>(source);
    if (PyObject* const object = common::owner_of(source)) return object;
    if (!pointer) return boost::python::incref(Py_None);
    owner_type its_owner{pointer};
    return objects::make_ptr_instance<T, holder>::execute(its_owner);
  }

  static void insert() {
    detail::insert({boost::python::type_id<type>(), &held_pointers<T>::convertible, &construct, &convert},
                   known_class_of<T>, former);
  }
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
  if constexpr (std::is_same_v<Destructor, destructor::released>) {
    detail::released_pointer<T, std::shared_ptr>::insert();
    detail::released_pointer<T, boost::shared_ptr>::insert();
  } else {
    using pointers = detail::held_pointers<T>;
    detail::insert_held_pointers(known_class_of<T>, typeid(detail::described<std::shared_ptr<T>>),
                                 typeid(detail::described<boost::shared_ptr<T>>), &pointers::convertible,
                                 &pointers::convert_standard, &pointers::convert_boost,
                                 pointers::former);
  }
}

}  // namespace gen_bindings
