// plain_class: registers a class with Boost.Python, for entries to fill, without what class_ compiles for each class.
#pragma once

#include <boost/config.hpp>
#include <boost/python/class.hpp>
#include <boost/python/converter/registry.hpp>
#include <boost/python/data_members.hpp>
#include <boost/python/detail/wrapper_base.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/has_back_reference.hpp>
#include <boost/python/object/class.hpp>
#include <boost/python/object/inheritance.hpp>

#include <Python.h>

#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <new>
#include <type_traits>
#include <typeinfo>
#include <vector>

#include "../known_class.hpp"
#include "boost_inside.hpp"
#include "constructor.hpp"
#include "enclosing_scope.hpp"
#include "inline_holder.hpp"
#include "overload_set.hpp"

namespace gen_bindings::fast {

namespace detail {

/// A class of Boost.Python, of which it keeps a reference as long as the process lives.
class declared_class : public boost::python::objects::class_base {
 public:
  declared_class(const char* name, const std::vector<boost::python::type_info>& types, const char* doc)
      : class_base{name, types.size(), types.data(), doc} {
    def_no_init();
  }
};

/// Makes the class of Python, derived from those of `bases`, and says how a copy of an object becomes one of
/// Python, which may be null. Borrowed. GIL: attached. Throws error_already_set.
BOOST_NOINLINE inline PyObject* declare(known_class& known, const char* name, const char* doc,
                                        std::initializer_list<const std::type_info*> bases,
                                        boost::python::converter::to_python_function_t copy) {
  std::vector<boost::python::type_info> types{known.id()};
  for (const std::type_info* each : bases) types.emplace_back(*each);
  const declared_class made{name, types, doc};
  if (copy != nullptr) boost::python::converter::registry::insert(copy, known.id(), nullptr);
  return made.ptr();
}

/// A new object of Python that holds a copy of the one at `source`, as Boost.Python's make_instance makes it.
/// `copy` makes it at a place; null where bytes do. GIL: attached. Throws what `copy` throws.
BOOST_NOINLINE inline PyObject* copied(known_class& known, const void* source,
                                       void (*copy)(void* place, const void* source)) {
  const layout both = layout_of(known);
  PyTypeObject* const type = known.registration().get_class_object();
  const boost::python::handle<> object{new_instance(type, room_for(both.size, both.alignment))};
  memory_inside inside{object.get(), both};
  void* const place = object_in(inside.get(), both);
  if (copy == nullptr) {
    std::memcpy(place, source, known.size);
  } else {
    copy(place, source);
  }
  inside.hold(known);
  return boost::python::incref(object.get());
}

/// How objects of T are copied into Python's.
template <class T>
struct copier {
  static void copy(void* place, const void* source) {
    ::new (place) T(*static_cast<const T*>(source));
  }

  static PyObject* convert(const void* source) {
    if constexpr (std::is_trivially_copy_constructible_v<T>) {
      return copied(known_class_of<T>, source, nullptr);
    } else {
      return copied(known_class_of<T>, source, &copy);
    }
  }
};

/// As class_<Derived, bases<Base>> registers it: boost/python/object/class_metadata.hpp, register_base_of.
template <class Derived, class Base>
void register_base() {
  namespace objects = boost::python::objects;
  objects::register_dynamic_id<Derived>();
  objects::register_dynamic_id<Base>();
  objects::register_conversion<Derived, Base>(false);
  if constexpr (std::is_polymorphic_v<Base>) objects::register_conversion<Base, Derived>(true);
}

}  // namespace detail

/// What each plain_class has, compiled once. Refers to the class without a reference. Members: GIL attached.
class plain_class_base {
 public:
  operator enclosing_scope() const noexcept { return enclosing_scope{class_}; }
  operator boost::python::object() const {
    return boost::python::object{boost::python::handle<>{boost::python::borrowed(class_)}};
  }

  /// As class_ does it. Throws error_already_set.
  void setattr(const char* name, const boost::python::object& value) const {
    detail::set_attribute(*this, name, value);
  }

 protected:
  explicit plain_class_base(PyObject* made) noexcept : class_{made} {}

  /// A property over two functions, of which `set` may be None. Throws error_already_set.
  void define(const char* name, const char* doc, const boost::python::object& get,
              const boost::python::object& set) const {
    const boost::python::object made{boost::python::handle<>{PyObject_CallFunction(
        reinterpret_cast<PyObject*>(&PyProperty_Type), "OOOs", get.ptr(), set.ptr(), Py_None, doc)}};
    setattr(name, made);
  }

 private:
  PyObject* class_;
};

/// A class whose objects Python holds by value and that has entries of its own alone, so that Boost.Python is told of
/// it and of nothing in it. In the registry it is what class_<T, bases<Bases...>> makes, in every module of the
/// process: what converts to and from Python, casts to and from bases, the class for policies and docstrings.
///
/// With is_copyable, a T that C++ returns becomes a copy; without, as with boost::noncopyable, that is an error.
/// Refers to the class without a reference. GIL: attached.
template <class T, bool is_copyable, class... Bases>
class plain_class : public plain_class_base {
  static_assert(!std::is_base_of_v<boost::python::detail::wrapper_base, T> &&
                    !boost::python::has_back_reference<T>::value,
                "Boost.Python holds this class in a way of its own: declare it with dispatch \"boost\", or name it "
                "as the wrapper of the class that it wraps");

 public:
  /// In the current scope of Boost.Python. Throws error_already_set.
  plain_class(const char* name, const char* doc, boost::python::no_init_t /*tag*/)
      : plain_class_base{detail::declare(known_class_of<T>, name, doc, {&typeid(Bases)...}, to_python())} {
    (detail::register_base<T, Bases>(), ...);
  }
  plain_class(const char* name, boost::python::no_init_t tag) : plain_class{name, nullptr, tag} {}

  /// A data member, as class_ has it. Throws error_already_set.
  template <class Value, class Class>
  void def_readonly(const char* name, Value Class::*member, const char* doc) const {
    define(name, doc, boost::python::make_getter(static_cast<Value T::*>(member)), {});
  }
  template <class Value, class Class>
  void def_readwrite(const char* name, Value Class::*member, const char* doc) const {
    Value T::*const own = member;
    define(name, doc, boost::python::make_getter(own), boost::python::make_setter(own));
  }

 private:
  static constexpr boost::python::converter::to_python_function_t to_python() noexcept {
    if constexpr (is_copyable) {
      return &detail::copier<T>::convert;
    } else {
      return nullptr;
    }
  }
};

}  // namespace gen_bindings::fast
