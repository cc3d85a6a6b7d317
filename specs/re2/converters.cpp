#include "converters.hpp"

#include <boost/python/converter/registry.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/dict.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/list.hpp>
#include <boost/python/object.hpp>
#include <boost/python/to_python_converter.hpp>
#include <boost/python/tuple.hpp>

#include <map>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "match.hpp"
#include "text.hpp"

namespace re2_adapters {

namespace {

namespace python = boost::python;

/// From Python: str and bytes as a view of what the object holds.
struct text_view_from_python {
  static void* convertible(PyObject* object) {
    return PyUnicode_Check(object) != 0 || PyBytes_Check(object) != 0 ? object : nullptr;
  }

  static void construct(PyObject* object, python::converter::rvalue_from_python_stage1_data* data) {
    using storage = python::converter::rvalue_from_python_storage<TextView>;
    void* const bytes = reinterpret_cast<storage*>(data)->storage.bytes;
    new (bytes) TextView{view(object)};
    data->convertible = bytes;
  }

  static TextView view(PyObject* object) {
    if (PyBytes_Check(object) != 0) {
      const auto size = static_cast<std::size_t>(PyBytes_GET_SIZE(object));
      return {{PyBytes_AS_STRING(object), size}, TextKind::bytes, true};
    }
    // The object keeps its UTF-8 as long as it lives: no copy here, none the next time.
    Py_ssize_t size = 0;
    const char* const utf8 = PyUnicode_AsUTF8AndSize(object, &size);
    if (utf8 == nullptr) python::throw_error_already_set();
    const bool is_ascii = size == PyUnicode_GET_LENGTH(object);
    return {{utf8, static_cast<std::size_t>(size)}, TextKind::str, is_ascii};
  }
};

python::object owned(PyObject* reference) { return python::object{python::handle<>{reference}}; }

python::object as_python(bool value) { return python::object{value}; }
python::object as_python(int value) { return python::object{value}; }
python::object as_python(std::ptrdiff_t value) { return python::object{value}; }
python::object as_python(const Match& value) { return python::object{value}; }

python::object as_python(const Message& value) {
  const auto size = static_cast<Py_ssize_t>(value.text.size());
  return owned(PyUnicode_DecodeUTF8(value.text.data(), size, "backslashreplace"));
}

python::object as_python(const Text& value) {
  const auto size = static_cast<Py_ssize_t>(value.bytes.size());
  return owned(value.kind == TextKind::str
                   ? PyUnicode_DecodeUTF8(value.bytes.data(), size, "strict")
                   : PyBytes_FromStringAndSize(value.bytes.data(), size));
}

template <class Value>
python::object as_python(const std::optional<Value>& value) {
  return value.has_value() ? as_python(*value) : python::object{};
}

template <class First, class Second>
python::object as_python(const std::pair<First, Second>& value) {
  return python::make_tuple(as_python(value.first), as_python(value.second));
}

python::object as_python(const std::vector<int>& values) {
  python::list made;
  for (const int each : values) made.append(each);
  return std::move(made);
}

python::object as_python(const std::vector<std::optional<Text>>& values) {
  python::list made;
  for (const auto& each : values) made.append(as_python(each));
  return python::tuple{made};
}

python::object as_python(const std::map<std::string, int>& values) {
  python::dict made;
  for (const auto& [name, number] : values) made[name] = number;
  return std::move(made);
}

template <class Value>
struct to_python {
  static PyObject* convert(const Value& value) { return python::incref(as_python(value).ptr()); }
};

template <class Value>
void register_to_python() {
  const auto* const known = python::converter::registry::query(python::type_id<Value>());
  if (known != nullptr && known->m_to_python != nullptr) return;
  python::to_python_converter<Value, to_python<Value>>();
}

}  // namespace

void register_converters() {
  python::converter::registry::push_back(&text_view_from_python::convertible,
                                         &text_view_from_python::construct,
                                         python::type_id<TextView>());
  register_to_python<Text>();
  register_to_python<Message>();
  register_to_python<Span>();
  register_to_python<std::optional<Match>>();
  register_to_python<std::optional<Text>>();
  register_to_python<std::vector<std::optional<Text>>>();
  register_to_python<std::pair<Text, bool>>();
  register_to_python<std::pair<Text, int>>();
  register_to_python<std::vector<int>>();
  register_to_python<std::map<std::string, int>>();
}

}  // namespace re2_adapters
