// What docstrings, messages and inspect.signature show of overloads.
#pragma once

#include <boost/python/handle.hpp>

#include <Python.h>

#include <string>

#include "overload.hpp"

namespace gen_bindings::fast::detail {

/// A str in C++; what can't be said is shown as "…". GIL: attached. Leaves no Python error.
inline std::string text_of(PyObject* text) {
  const char* const letters = text == nullptr ? nullptr : PyUnicode_AsUTF8(text);
  if (letters != nullptr) return letters;
  PyErr_Clear();
  return "...";
}

/// A default as Python's own code would say it, where that says all of it; else "...".
/// GIL: attached. Leaves no Python error.
inline std::string text_of_default(PyObject* value) {
  const bool is_literal = value == Py_None || PyBool_Check(value) || PyLong_CheckExact(value) ||
                          PyFloat_CheckExact(value) || PyUnicode_CheckExact(value);
  if (!is_literal) return "...";
  const boost::python::handle<> said{boost::python::allow_null(PyObject_Repr(value))};
  const std::string text = text_of(said.get());
  // Infinity and no number have no literal.
  const bool is_named = text.find("inf") == 0 || text.find("-inf") == 0 || text.find("nan") == 0;
  return is_named && PyFloat_CheckExact(value) ? "..." : text;
}

/// How signatures call a parameter; what has no name is called by its position, as in the stub.
inline std::string shown_name(const candidate& of, std::size_t position, bool has_object) {
  if (PyObject* const name = of.name(position)) return text_of(name);
  if (has_object && position == 0) return "self";
  return "argument_" + std::to_string(has_object ? position : position + 1);
}

/// "(self, by: int = 2)"; without types "(self, by=2)", as inspect.signature reads it. What has no name
/// comes first. GIL: attached.
inline std::string parameters_text(const candidate& of, bool has_object, bool has_types) {
  std::string text = "(";
  for (std::size_t position = 0; position < of.size(); ++position) {
    const bool is_object = has_object && position == 0;
    if (position > 0) text += ", ";
    text += shown_name(of, position, has_object);
    if (has_types && !is_object) text += ": " + of.type(position);
    if (PyObject* const value = of.value(position)) {
      text += (has_types ? " = " : "=") + text_of_default(value);
    }
    const bool is_last = position + 1 == of.size();
    const bool is_by_position = of.name(position) == nullptr && !(is_object && has_types);
    if (is_by_position && (is_last || of.name(position + 1) != nullptr)) text += ", /";
  }
  return text + ")";
}

/// "sum(a: int, b: int = 2) -> int". GIL: attached.
inline std::string signature_text(const std::string& name, const candidate& of, bool has_object) {
  return name + parameters_text(of, has_object, true) + " -> " + of.result();
}

}  // namespace gen_bindings::fast::detail
