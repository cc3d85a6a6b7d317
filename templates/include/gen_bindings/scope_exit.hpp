// scope_exit: runs a function where a scope is left, however it is left.
#pragma once

#include <type_traits>
#include <utility>

namespace gen_bindings {

/// Calls `function` when it dies; the function must not throw. GIL: any state, unchanged; the function
/// runs in the state that the scope is left in.
template <class Function>
class [[maybe_unused]] scope_exit {
  static_assert(std::is_nothrow_invocable_v<Function&>, "what runs where a scope is left is noexcept");

 public:
  explicit scope_exit(Function function) noexcept(std::is_nothrow_move_constructible_v<Function>)
      : function_{std::move(function)} {}
  scope_exit(const scope_exit&) = delete;
  scope_exit& operator=(const scope_exit&) = delete;
  ~scope_exit() { function_(); }

 private:
  Function function_;
};

}  // namespace gen_bindings
