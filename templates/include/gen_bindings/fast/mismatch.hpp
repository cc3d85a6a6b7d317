// What an entry returns where an argument does not fit.
#pragma once

#include <Python.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace gen_bindings::fast {

/// Takes a call from Python: the arguments in the order of the parameters, the object first, each
/// borrowed. Returns a new reference, null with the Python error set, or what mismatch() gives; may
/// throw. GIL: attached.
using entry = PyObject* (*)(PyObject* const* given);

namespace detail {

/// No Python object lies in here: the address says which parameter it was.
inline std::array<char, 256> positions{};

}  // namespace detail

/// Says that the argument at `position` does not fit: the next overload is to be tried. It is no
/// object, and never reaches Python. GIL: any state.
inline PyObject* mismatch(std::size_t position) noexcept {
  const std::size_t last = detail::positions.size() - 1;
  return reinterpret_cast<PyObject*>(&detail::positions[position < last ? position : last]);
}

/// Whether that is what an entry returned. GIL: any state.
inline bool is_mismatch(const PyObject* returned) noexcept {
  const auto begin = reinterpret_cast<std::uintptr_t>(detail::positions.data());
  return reinterpret_cast<std::uintptr_t>(returned) - begin < detail::positions.size();
}

/// The position, where it is one. GIL: any state.
inline std::size_t mismatch_position(const PyObject* returned) noexcept {
  return static_cast<std::size_t>(reinterpret_cast<const char*>(returned) -
                                  detail::positions.data());
}

}  // namespace gen_bindings::fast
