// bound_value: a value that is made inside a region and dies outside it.
#pragma once

#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace gen_bindings {

/// Room for the result of `Step`, a callable without parameters; bound as `auto` binds it.
///
/// Declared before a region and made in it, it dies after it: a value that a released step computes
/// is destroyed attached, on a throw too. Neither copied nor moved.
template <class Step>
class bound_value {
 public:
  using value_type = std::decay_t<std::invoke_result_t<const Step&>>;

  /// Keeps `step` for make() to call. GIL: as `step`'s copy needs it.
  explicit bound_value(Step step) : step_{std::move(step)} {}
  bound_value(const bound_value&) = delete;
  bound_value& operator=(const bound_value&) = delete;
  /// GIL: as the value's destructor needs it.
  ~bound_value() {
    if (made_) std::destroy_at(std::addressof(value_));
  }

  /// Names the value. May be called before make(), so that later steps can refer to it; reading or
  /// writing through the name is for after make().
  [[nodiscard]] value_type& reference() noexcept { return value_; }

  /// Calls the step and keeps its result, without copy or move where it returns by value. Once
  /// only.
  ///
  /// GIL: as `step` needs it. Throws what `step` throws; there is no value then.
  void make() {
    ::new (const_cast<void*>(static_cast<const void*>(std::addressof(value_)))) value_type(step_());
    made_ = true;
  }

 private:
  Step step_;
  union {
    value_type value_;
  };
  bool made_ = false;
};

}  // namespace gen_bindings
