// What a data member refers to, for call policies of references.
#pragma once

namespace gen_bindings {

/// The object itself. GIL: any state.
template <typename Value>
Value& referred(Value& member) noexcept {
  return member;
}

/// What a pointer points to, as a pointer, which may be null. GIL: any state.
template <typename Value>
Value* referred(Value*& member) noexcept {
  return member;
}

/// The same of a pointer that can't be assigned to. GIL: any state.
template <typename Value>
Value* referred(Value* const& member) noexcept {
  return member;
}

}  // namespace gen_bindings
