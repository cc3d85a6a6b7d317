// known_class: what the module knows of a class of C++ beside its type, in one place for all the code that is not
// compiled for this class.
#pragma once

#include <boost/config.hpp>
#include <boost/python/converter/registrations.hpp>
#include <boost/python/converter/registry.hpp>
#include <boost/python/type_id.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>
#include <typeinfo>

namespace gen_bindings {

/// One for each class, made by the compiler. Members: GIL attached, as Boost.Python's registry is not locked.
struct known_class {
  const std::type_info* type;
  /// Of the objects that Python has inside its own; 0 where there are none of exactly this class.
  std::size_t size;
  std::size_t alignment;
  /// Destroys such an object; null where nothing is to be done.
  void (*destroy)(void* object);
  /// See registration().
  const boost::python::converter::registration* registered;

  /// The class as Boost.Python names it.
  [[nodiscard]] boost::python::type_info id() const noexcept { return boost::python::type_info{*type}; }

  /// What Boost.Python knows of it, as `registered<T>::converters` does, which each class would initialise
  /// for itself when the library is loaded.
  BOOST_NOINLINE const boost::python::converter::registration& registration() {
    if (registered == nullptr) registered = &boost::python::converter::registry::lookup(id());
    return *registered;
  }
};

/// Whether there are objects of exactly this class, which Python's can have inside.
template <class T>
inline constexpr bool is_made_inside = !std::is_abstract_v<T> && std::is_destructible_v<T>;

namespace detail {

template <class T>
void destroy(void* object) {
  std::destroy_at(static_cast<T*>(object));
}

template <class T>
constexpr known_class describe() noexcept {
  if constexpr (!is_made_inside<T>) {
    return {&typeid(T), 0, 1, nullptr, nullptr};
  } else if constexpr (std::is_trivially_destructible_v<T>) {
    return {&typeid(T), sizeof(T), alignof(T), nullptr, nullptr};
  } else {
    return {&typeid(T), sizeof(T), alignof(T), &destroy<T>, nullptr};
  }
}

}  // namespace detail

/// What is known of T, a complete class.
template <class T>
inline known_class known_class_of = detail::describe<T>();

}  // namespace gen_bindings
