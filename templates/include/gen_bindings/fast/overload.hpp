// overload: one of the C++ calls that Python knows by one name, and how arguments find its parameters.
#pragma once

#include <boost/config.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object_core.hpp>
#include <boost/python/refcount.hpp>

#include <Python.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <string>
#include <vector>

#include "mismatch.hpp"

namespace gen_bindings::fast {

/// As emitted code declares it, in few words. The texts outlive the module.
struct overload {
  // No constant: a table of constants is larger than the code that fills this one, as each address in it
  // is adjusted when the library is loaded. Out of line, as that code is in each definition.
  BOOST_NOINLINE overload(entry enters, const char* signature_lines,
                          const char* documentation = nullptr, bool is_signature_shown = false)
      : overload{enters, signature_lines, documentation, is_signature_shown, {}} {}
  overload(entry enters, const char* signature_lines, const char* documentation,
           bool is_signature_shown, std::initializer_list<PyObject*> last_defaults)
      : enter{enters},
        signature{signature_lines},
        doc{documentation},
        shows_signature{is_signature_shown},
        defaults(last_defaults) {}

  /// Where there is none.
  overload() : overload{nullptr, ""} {}

  entry enter;
  /// A line for each parameter, "by: int", and for the result, "-> int". What is passed by its position has no
  /// name, ": int". The object of a method comes first, with its class, which signatures do not show.
  const char* signature;
  /// What the docstring says of it, or null.
  const char* doc;
  /// Whether the docstring shows its signature.
  bool shows_signature;
  /// What is passed for the last parameters where Python gives nothing; references that are handed over,
  /// or null.
  std::initializer_list<PyObject*> defaults;
};

/// What a default is in Python, as a new reference. GIL: attached. Throws error_already_set where there
/// is no converter.
template <class Value>
PyObject* default_value(const Value& value) {
  return boost::python::incref(boost::python::object{value}.ptr());
}

namespace detail {

/// Why a call does not reach an overload.
enum class obstacle { none, too_many, missing, unknown_keyword, misfit };

struct verdict {
  obstacle what = obstacle::none;
  /// The parameter that is missing or does not fit, or the keyword that is not known.
  std::size_t which = 0;
};

/// One of the lines of a declared signature; the last is that of the result.
inline std::string line_of(const char* signature, std::size_t index) {
  for (; index > 0; --index) signature = std::strchr(signature, '\n') + 1;
  return {signature, std::strcspn(signature, "\n")};
}

/// The keyword in such a line, as an interned str, or null. GIL: attached. Throws error_already_set.
inline boost::python::handle<> keyword_in(const std::string& line) {
  const std::size_t length = line.find(':');
  if (length == 0) return {};
  PyObject* name = boost::python::expect_non_null(
      PyUnicode_FromStringAndSize(line.data(), static_cast<Py_ssize_t>(length)));
  PyUnicode_InternInPlace(&name);
  return boost::python::handle<>{name};
}

/// An overload as a function keeps it. Owns its names and defaults.
class candidate {
 public:
  /// Throws error_already_set. Takes the defaults over in any case.
  explicit candidate(const overload& declared)
      : enter_{declared.enter},
        signature_{declared.signature},
        doc_{declared.doc},
        shows_signature_{declared.shows_signature} {
    std::vector<boost::python::handle<>> last;
    for (PyObject* const each : declared.defaults) last.emplace_back(boost::python::allow_null(each));
    const char* const end = declared.signature + std::strlen(declared.signature);
    const auto size = static_cast<std::size_t>(std::count(declared.signature, end, '\n'));
    defaults_.resize(size - last.size());
    defaults_.insert(defaults_.end(), last.begin(), last.end());
    for (std::size_t position = 0; position < size; ++position) {
      names_.push_back(keyword_in(line_of(declared.signature, position)));
    }
  }

  [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }
  /// What Python may give for a parameter: "int".
  [[nodiscard]] std::string type(std::size_t position) const {
    const std::string line = line_of(signature_, position);
    return line.substr(line.find(':') + std::strlen(": "));
  }
  /// What Python gets.
  [[nodiscard]] std::string result() const {
    return line_of(signature_, size()).substr(std::strlen("-> "));
  }
  [[nodiscard]] const char* doc() const noexcept { return doc_; }
  [[nodiscard]] bool shows_signature() const noexcept { return shows_signature_; }
  /// Borrowed; null where there is none.
  [[nodiscard]] PyObject* name(std::size_t position) const { return names_[position].get(); }
  [[nodiscard]] PyObject* value(std::size_t position) const { return defaults_[position].get(); }

  PyObject* enter(PyObject* const* given) const { return enter_(given); }

  /// Puts arguments and defaults where their parameters are. `names` is the tuple of keywords, whose
  /// values lie behind the `count` others; or null. GIL: attached. Throws error_already_set.
  verdict bind(PyObject* const* given, std::size_t count, PyObject* names, PyObject** bound) const {
    if (count > size()) return {obstacle::too_many, size()};
    const auto keywords =
        names == nullptr ? std::size_t{0} : static_cast<std::size_t>(PyTuple_GET_SIZE(names));
    for (std::size_t position = 0; position < size(); ++position) {
      bound[position] = position < count ? given[position] : nullptr;
    }
    for (std::size_t keyword = 0; keyword < keywords; ++keyword) {
      PyObject* const name = PyTuple_GET_ITEM(names, static_cast<Py_ssize_t>(keyword));
      const std::size_t position = position_of(name, count);
      if (position == size()) return {obstacle::unknown_keyword, keyword};
      bound[position] = given[count + keyword];
    }
    for (std::size_t position = count; position < size(); ++position) {
      if (bound[position] == nullptr) bound[position] = value(position);
      if (bound[position] == nullptr) return {obstacle::missing, position};
    }
    return {};
  }

 private:
  /// The parameter behind the first `begin` of that name, or size(). Names in Python code are interned,
  /// as those of the parameters are.
  std::size_t position_of(PyObject* wanted, std::size_t begin) const {
    for (std::size_t position = begin; position < size(); ++position) {
      if (name(position) == wanted) return position;
    }
    for (std::size_t position = begin; position < size(); ++position) {
      if (name(position) == nullptr) continue;
      const int is_same = PyObject_RichCompareBool(name(position), wanted, Py_EQ);
      if (is_same < 0) boost::python::throw_error_already_set();
      if (is_same == 1) return position;
    }
    return size();
  }

  entry enter_;
  const char* signature_;
  const char* doc_;
  bool shows_signature_;
  std::vector<boost::python::handle<>> names_;
  std::vector<boost::python::handle<>> defaults_;
};

}  // namespace detail
}  // namespace gen_bindings::fast
