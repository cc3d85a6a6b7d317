// overload_set: the overloads of one name, and how a call finds the one that fits.
#pragma once

#include <boost/config.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/extract.hpp>
#include <boost/python/object.hpp>

#include <Python.h>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

#include "argument_error.hpp"
#include "boost_inside.hpp"
#include "enclosing_scope.hpp"
#include "mismatch.hpp"
#include "overload.hpp"
#include "small_code.hpp"
#include "small_array.hpp"

namespace gen_bindings::fast::detail {

/// Lives as long as the process.
struct overload_set {
  /// How many arguments the first one takes.
  std::size_t first_size = 0;
  std::string name;
  /// With the class around it, for messages: "Counter.inc".
  std::string qualified_name;
  /// Whether the first parameter is the object of a method.
  bool has_object = false;
  /// Where nothing fits, Python is to try the other operand.
  bool is_operator = false;
  std::vector<candidate> candidates;
};

/// Tries one overload. Returns what its entry returned; where the arguments are not for it, the
/// mismatch of a parameter that it does not have.
inline PyObject* attempt(const candidate& overload, PyObject* const* given, std::size_t count,
                         PyObject* keywords) {
  if (keywords == nullptr && count == overload.size()) return overload.enter(given);
  small_array<PyObject*> bound{overload.size()};
  const verdict found = overload.bind(given, count, keywords, bound.data());
  return found.what == obstacle::none ? overload.enter(bound.data()) : mismatch(overload.size());
}

/// Tries one overload after the other. `first`: what the first one returned, where it has been tried.
/// Null with the Python error set where none fits. GIL: attached. Never throws.
BOOST_NOINLINE inline PyObject* call_first_that_fits(const overload_set& set,
                                                     PyObject* const* given, std::size_t count,
                                                     PyObject* keywords, PyObject* first) {
  try {
    small_array<std::size_t> misfits{set.candidates.size()};
    for (std::size_t index = 0; index < set.candidates.size(); ++index) {
      const bool is_tried = index == 0 && first != nullptr;
      PyObject* const returned =
          is_tried ? first : attempt(set.candidates[index], given, count, keywords);
      if (!is_mismatch(returned)) return returned;
      misfits[index] = mismatch_position(returned);
    }
    if (set.is_operator && count == 2 && keywords == nullptr) {
      Py_INCREF(Py_NotImplemented);
      return Py_NotImplemented;
    }
    raise_argument_error(set.qualified_name, set.candidates, set.has_object, misfits.data(), given,
                         count, keywords);
  } catch (...) {
    boost::python::handle_exception();
  }
  return nullptr;
}

/// What C++ has thrown becomes the Python error. Called inside a handler. GIL: attached.
BOOST_NOINLINE inline PyObject* raised() {
  boost::python::handle_exception();
  return nullptr;
}

/// Whether the arguments, those with names too, lie in the order of the first overload's parameters, and
/// none is missing. Names in Python code are interned, as those of the parameters are; false says
/// nothing of others. GIL: attached.
inline bool are_in_order(const overload_set& set, std::size_t count, PyObject* keywords) noexcept {
  if (keywords == nullptr) return count == set.first_size;
  const auto named = static_cast<std::size_t>(PyTuple_GET_SIZE(keywords));
  if (count + named != set.first_size) return false;
  const candidate& first = set.candidates.front();
  for (std::size_t index = 0; index < named; ++index) {
    PyObject* const name = PyTuple_GET_ITEM(keywords, static_cast<Py_ssize_t>(index));
    if (first.name(count + index) != name) return false;
  }
  return true;
}

/// As enter<first>(), of any set: one for all of them.
BOOST_NOINLINE inline PyObject* enter_any(PyObject* const* given, std::size_t count,
                                          PyObject* keywords, const overload_set& set) {
  PyObject* returned = nullptr;
  if (are_in_order(set, count, keywords)) {
    returned = set.candidates.front().enter(given);
    if (!is_mismatch(returned)) return returned;
  }
  return call_first_that_fits(set, given, count, keywords, returned);
}

/// Finds the overload of a call from Python. The first one is entered at once where it takes the
/// arguments as they lie, which is what most calls need. `set` is last: the others come as CPython gives them.
/// GIL: attached. Throws what its entry throws.
template <entry first>
PyObject* enter(PyObject* const* given, std::size_t count, PyObject* keywords,
                const overload_set& set) {
  if constexpr (prefers_small_code) {
    return enter_any(given, count, keywords, set);
  } else {
    PyObject* returned = nullptr;
    if (are_in_order(set, count, keywords)) {
      returned = first(given);
      if (!is_mismatch(returned)) return returned;
    }
    return call_first_that_fits(set, given, count, keywords, returned);
  }
}

/// As enter_any(), called by Python. GIL: attached. Never throws.
BOOST_NOINLINE inline PyObject* call_any(PyObject* const* given, std::size_t count,
                                         PyObject* keywords, const overload_set& set) {
  try {
    return enter_any(given, count, keywords, set);
  } catch (...) {
    return raised();
  }
}

/// As enter(), called by Python. GIL: attached. Never throws.
template <entry first>
PyObject* call(PyObject* const* given, std::size_t count, PyObject* keywords,
               const overload_set& set) {
  if constexpr (prefers_small_code) {
    return call_any(given, count, keywords, set);
  } else {
    try {
      return enter<first>(given, count, keywords, set);
    } catch (...) {
      return raised();
    }
  }
}

/// Fills a set that belongs to `scope`, a module or a class, with at least one overload.
/// GIL: attached. Throws error_already_set.
inline void fill(overload_set& set, enclosing_scope scope, const char* name,
                 std::initializer_list<overload> overloads) {
  set.name = name;
  set.qualified_name = name;
  if (!scope.is_module()) {
    const boost::python::object qualified = scope.attribute("__qualname__");
    const std::string class_name = boost::python::extract<std::string>(qualified)();
    set.qualified_name = class_name + "." + name;
  }
  for (const overload& each : overloads) set.candidates.emplace_back(each);
  set.first_size = set.candidates.front().size();
}

/// The name of the Python module that `scope` is or belongs to. GIL: attached. Throws
/// error_already_set.
inline boost::python::object module_of(enclosing_scope scope) {
  return scope.attribute(scope.is_module() ? "__name__" : "__module__");
}

/// GIL: attached. Throws error_already_set.
inline void set_attribute(enclosing_scope scope, const char* name,
                          const boost::python::object& value) {
  if (PyObject_SetAttrString(scope.ptr(), name, value.ptr()) < 0)
    boost::python::throw_error_already_set();
}

}  // namespace gen_bindings::fast::detail
