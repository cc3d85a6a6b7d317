// The error of a call that reaches no overload: which argument, what it got, what would fit.
#pragma once

#include <Python.h>

#include <cstddef>
#include <string>
#include <vector>

#include "boost_inside.hpp"
#include "overload.hpp"
#include "signature_text.hpp"
#include "small_array.hpp"

namespace gen_bindings::fast::detail {

inline std::string type_of(PyObject* given) { return Py_TYPE(given)->tp_name; }

/// "sum(int, b=str)".
inline std::string call_text(const std::string& name, PyObject* const* given, std::size_t count,
                             PyObject* keywords) {
  std::string text;
  for (std::size_t position = 0; position < count; ++position) {
    text += (position == 0 ? "" : ", ") + type_of(given[position]);
  }
  const auto named =
      keywords == nullptr ? std::size_t{0} : static_cast<std::size_t>(PyTuple_GET_SIZE(keywords));
  for (std::size_t index = 0; index < named; ++index) {
    if (!text.empty()) text += ", ";
    text += text_of(PyTuple_GET_ITEM(keywords, static_cast<Py_ssize_t>(index))) + "=" +
            type_of(given[count + index]);
  }
  return name + "(" + text + ")";
}

/// Why this overload is not the one. `bound` is what bind() made of the arguments.
inline std::string reason_text(const candidate& of, bool has_object, const verdict& why,
                               PyObject* const* bound, PyObject* keywords) {
  const auto name = [&] { return shown_name(of, why.which, has_object); };
  switch (why.what) {
    case obstacle::too_many:
      return "takes " + std::to_string(of.size()) + (of.size() == 1 ? " argument" : " arguments");
    case obstacle::missing:
      return name() + " is missing";
    case obstacle::unknown_keyword:
      return "takes no other keyword " +
             text_of(PyTuple_GET_ITEM(keywords, static_cast<Py_ssize_t>(why.which)));
    case obstacle::misfit: {
      const std::string given = type_of(bound[why.which]);
      if (has_object && why.which == 0) return name() + " holds no " + of.type(0) + " of C++";
      return name() + " takes " + of.type(why.which) + ", not " + given;
    }
    case obstacle::none:
      break;
  }
  return "";
}

/// Sets Boost.Python's ArgumentError. `misfits` holds for each candidate which of its arguments did
/// not fit, where all of them were there. GIL: attached. Throws std::bad_alloc, error_already_set.
inline void raise_argument_error(const std::string& name, const std::vector<candidate>& candidates,
                                 bool has_object, const std::size_t* misfits,
                                 PyObject* const* given, std::size_t count, PyObject* keywords) {
  std::string text = call_text(name, given, count, keywords) + " fits no signature:";
  for (std::size_t index = 0; index < candidates.size(); ++index) {
    const candidate& each = candidates[index];
    small_array<PyObject*> bound{each.size()};
    verdict why = each.bind(given, count, keywords, bound.data());
    if (why.what == obstacle::none) why = {obstacle::misfit, misfits[index]};
    text += "\n    " + signature_text(name, each, has_object) + "\n        " +
            reason_text(each, has_object, why, bound.data(), keywords);
  }
  PyErr_SetString(argument_error_class(), text.c_str());
}

}  // namespace gen_bindings::fast::detail
