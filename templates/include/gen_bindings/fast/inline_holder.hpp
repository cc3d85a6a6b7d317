// inline_holder: holds an object of C++ inside its Python object, where it was constructed.
#pragma once

#include <boost/python/instance_holder.hpp>
#include <boost/python/object/inheritance.hpp>
#include <boost/python/type_id.hpp>

#include <memory>
#include <new>
#include <type_traits>

namespace gen_bindings::fast {

/// Whether there are objects of exactly this class.
template <class T>
inline constexpr bool is_made_inside = !std::is_abstract_v<T> && std::is_destructible_v<T>;

/// As Boost.Python's value_holder, which copies its arguments before it constructs the object: here
/// the call body constructs it in its place, so that it need not be movable.
template <class T>
class inline_holder final : public boost::python::instance_holder {
 public:
  /// `make(place)` constructs the T at `place`. GIL: attached. Throws what `make` throws.
  template <class Make>
  explicit inline_holder(const Make& make) {
    make(static_cast<void*>(&value_));
  }
  inline_holder(const inline_holder&) = delete;
  inline_holder& operator=(const inline_holder&) = delete;
  ~inline_holder() override { value_.~T(); }

  [[nodiscard]] T* object() noexcept { return std::addressof(value_); }

 private:
  void* holds(boost::python::type_info asked, bool /*null_pointers_only*/) override {
    const boost::python::type_info own = boost::python::type_id<T>();
    if (own == asked) return object();
    return boost::python::objects::find_static_type(object(), own, asked);
  }

  union {
    T value_;
  };
};

}  // namespace gen_bindings::fast
