// conversions: the arguments of one call on their way into C++, in the order of the parameters.
#pragma once

#include <boost/config.hpp>

#include <Python.h>

#include <cstddef>
#include <type_traits>

#include "mismatch.hpp"
#include "small_code.hpp"

namespace gen_bindings::fast {

namespace detail {

/// Each argument says for itself whether it fits, at once.
class quick_conversions {
 public:
  explicit quick_conversions(PyObject* const* given, std::size_t first = 0) noexcept
      : given_{given}, next_{first} {}

  PyObject* next() noexcept { return given_[next_++]; }
  [[nodiscard]] PyObject* mismatch() const noexcept { return fast::mismatch(next_ - 1); }
  static constexpr bool finish() noexcept { return true; }

 private:
  PyObject* const* given_;
  std::size_t next_;
};

/// Arguments that all entries share the code for say here whether they fit, and are converted here: an entry
/// asks once for all of them.
class shared_conversions {
 public:
  /// An argument that is converted when it is known that all fit.
  struct pending {
    PyObject* given;
    void (*convert)(pending&);
    pending* next = nullptr;
  };

  BOOST_NOINLINE explicit shared_conversions(PyObject* const* given,
                                             std::size_t first = 0) noexcept
      : given_{given}, next_{first} {}

  PyObject* next() noexcept { return given_[next_++]; }

  /// The first argument that does not fit, of those that were taken.
  [[nodiscard]] PyObject* mismatch() const noexcept {
    return fast::mismatch(misfit_ == none ? next_ - 1 : misfit_);
  }

  /// Of the argument that next() gave.
  void say_misfit() noexcept {
    if (misfit_ == none) misfit_ = next_ - 1;
  }

  /// To be converted behind those before it. `waiting` lives until finish().
  void convert_later(pending& waiting) noexcept {
    *last_ = &waiting;
    last_ = &waiting.next;
  }

  /// Converts what is to be converted later. False where an argument does not fit. GIL: attached. Throws what
  /// Boost.Python's converters throw.
  BOOST_NOINLINE bool finish() {
    if (misfit_ != none) return false;
    for (pending* each = first_; each != nullptr; each = each->next) each->convert(*each);
    return true;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  PyObject* const* given_;
  std::size_t next_;
  std::size_t misfit_ = none;
  pending* first_ = nullptr;
  pending** last_ = &first_;
};

}  // namespace detail

/// What an entry is given, one argument after the other. GIL: attached.
using conversions = std::conditional_t<detail::prefers_small_code, detail::shared_conversions,
                                       detail::quick_conversions>;

}  // namespace gen_bindings::fast
