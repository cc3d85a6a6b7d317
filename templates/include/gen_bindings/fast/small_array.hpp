// small_array: an array of a length that is known when it is made, on the stack where it is short.
#pragma once

#include <array>
#include <cstddef>
#include <memory>

namespace gen_bindings::fast::detail {

/// Its elements are not initialised where they are few. Neither copied nor moved.
template <class T, std::size_t few = 16>
class small_array {
 public:
  /// Throws std::bad_alloc.
  explicit small_array(std::size_t size) {
    if (size > few) {
      many_ = std::make_unique<T[]>(size);
      data_ = many_.get();
    }
  }
  small_array(const small_array&) = delete;
  small_array& operator=(const small_array&) = delete;

  T* data() noexcept { return data_; }
  T& operator[](std::size_t index) noexcept { return data_[index]; }

 private:
  std::array<T, few> few_;
  std::unique_ptr<T[]> many_;
  T* data_ = few_.data();
};

}  // namespace gen_bindings::fast::detail
