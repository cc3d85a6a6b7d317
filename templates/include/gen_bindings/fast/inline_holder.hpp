// inline_holder: holds an object of C++ inside its Python object, where it was constructed.
#pragma once

#include <boost/config.hpp>
#include <boost/python/instance_holder.hpp>
#include <boost/python/object/inheritance.hpp>
#include <boost/python/type_id.hpp>

#include <algorithm>
#include <cstddef>

#include "../known_class.hpp"

namespace gen_bindings::fast {

/// As Boost.Python's value_holder, which copies its arguments before it constructs the object: here the
/// call body constructs it in its place, so that it need not be movable. One class for the objects of all classes: the
/// object lies behind its holder, and is there before it.
class inline_holder final : public boost::python::instance_holder {
 public:
  /// Holds the object, of exactly the class `held`, at object_in() the place of this holder. GIL: attached.
  explicit inline_holder(known_class& held) noexcept : held_{&held} {}
  inline_holder(const inline_holder&) = delete;
  inline_holder& operator=(const inline_holder&) = delete;
  ~inline_holder() override {
    if (held_->destroy != nullptr) held_->destroy(object());
  }

  [[nodiscard]] const known_class& held() const noexcept { return *held_; }
  [[nodiscard]] void* object() noexcept;

 private:
  void* holds(boost::python::type_info asked, bool /*null_pointers_only*/) override {
    const boost::python::type_info own = held_->id();
    if (own == asked) return object();
    return boost::python::objects::find_static_type(object(), own, asked);
  }

  known_class* held_;
};

/// Where the holder of an object and the object itself lie, relative to each other.
struct layout {
  std::size_t alignment;
  /// Of the object, from the beginning of its holder.
  std::size_t offset;
  /// Of both.
  std::size_t size;
};

/// The layout of a holder with an object of that size and alignment.
constexpr layout layout_of(std::size_t size, std::size_t alignment) noexcept {
  const std::size_t offset = (sizeof(inline_holder) + alignment - 1) / alignment * alignment;
  return {std::max(alignof(inline_holder), alignment), offset, offset + size};
}

/// The same of the objects of a class.
constexpr layout layout_of(const known_class& held) noexcept {
  return layout_of(held.size, held.alignment);
}

/// Where the object is whose holder begins at `holder`.
inline void* object_in(void* holder, const layout& both) noexcept {
  return static_cast<char*>(holder) + both.offset;
}

inline void* inline_holder::object() noexcept { return object_in(this, layout_of(*held_)); }

}  // namespace gen_bindings::fast
