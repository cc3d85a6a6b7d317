// failure: a call that has failed by what it returned, on its way to Python.
#pragma once

#include <Python.h>

#include <boost/python/exception_translator.hpp>

#include <exception>
#include <string>
#include <type_traits>
#include <utility>

#include "exceptions.hpp"

namespace gen_bindings {

/// The exception that a call body throws where the spec says so ("fails").
///
/// Owns no Python object, so that it may be made, copied and destroyed in any state.
class failure : public std::exception {
 public:
  /// `type` is a Python exception class that lives as long as the process. `message` is anything that
  /// a std::string can be made of; a null pointer says nothing. GIL: any state.
  template <class Text>
  failure(PyObject* type, Text&& message)
      : type_{type}, message_{text_of(std::forward<Text>(message))} {}

  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

  /// Makes it the current Python error. GIL: attached.
  void raise() const { new_error{type_, message_}.raise(); }

 private:
  template <class Text>
  static std::string text_of(Text&& text) {
    if constexpr (std::is_pointer_v<std::decay_t<Text>>) {
      const char* const letters = text;
      return letters == nullptr ? std::string{} : std::string{letters};
    } else {
      return std::string(std::forward<Text>(text));
    }
  }

  PyObject* type_;
  std::string message_;
};

/// Makes Boost.Python raise failures as what they are. GIL: attached, inside the module's
/// initialisation.
inline void register_failure() {
  boost::python::register_exception_translator<failure>(
      [](const failure& error) { error.raise(); });
}

}  // namespace gen_bindings
