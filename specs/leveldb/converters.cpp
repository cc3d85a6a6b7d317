// Converters between Python's bytes and LevelDB's slices.
#include "converters.hpp"

#include <leveldb/slice.h>

#include <boost/python/converter/registry.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object.hpp>
#include <boost/python/str.hpp>
#include <boost/python/to_python_converter.hpp>
#include <boost/python/tuple.hpp>
#include <new>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "bytes.hpp"

namespace leveldb_adapters {

namespace {

namespace python = boost::python;
using ::leveldb::Slice;

static_assert(std::is_trivially_copyable_v<Slice> && std::is_trivially_destructible_v<Slice>,
              "a slice may be copied and destroyed while detached");

/// From Python: what a bytes object holds, in place. The caller's argument keeps it alive.
template <class Value>
struct slice_from_python {
  static constexpr bool takes_none = !std::is_same_v<Value, Slice>;

  static void* convertible(PyObject* object) {
    const bool is_taken = PyBytes_Check(object) != 0 || (takes_none && object == Py_None);
    return is_taken ? object : nullptr;
  }

  static void construct(PyObject* object, python::converter::rvalue_from_python_stage1_data* data) {
    using storage = python::converter::rvalue_from_python_storage<Value>;
    void* const bytes = reinterpret_cast<storage*>(data)->storage.bytes;
    if (object == Py_None) {
      new (bytes) Value{};
    } else {
      const auto size = static_cast<std::size_t>(PyBytes_GET_SIZE(object));
      new (bytes) Value{Slice{PyBytes_AS_STRING(object), size}};
    }
    data->convertible = bytes;
  }
};

python::object as_python(const Slice& value) {
  return python::object{python::handle<>{
      PyBytes_FromStringAndSize(value.data(), static_cast<Py_ssize_t>(value.size()))}};
}

python::object as_python(const Bytes& value) {
  return as_python(Slice{value.data});
}

python::object as_python(const std::string& value) {
  return python::str{value};
}

template <class Value>
python::object as_python(const std::optional<Value>& value) {
  return value.has_value() ? as_python(*value) : python::object{};
}

python::object as_python(const std::pair<Bytes, Bytes>& value) {
  return python::make_tuple(as_python(value.first), as_python(value.second));
}

template <class Value>
struct to_python {
  static PyObject* convert(const Value& value) { return python::incref(as_python(value).ptr()); }
};

template <class Value>
bool is_known() {
  const auto* const known = python::converter::registry::query(python::type_id<Value>());
  return known != nullptr && known->m_to_python != nullptr;
}

template <class Value>
void register_to_python() {
  if (!is_known<Value>())
    python::to_python_converter<Value, to_python<Value>>();
}

template <class Value>
void register_slice() {
  if (is_known<Value>())
    return;
  using converter = slice_from_python<Value>;
  python::converter::registry::push_back(&converter::convertible, &converter::construct,
                                         python::type_id<Value>());
  register_to_python<Value>();
}

}  // namespace

void register_converters() {
  register_slice<Slice>();
  register_slice<std::optional<Slice>>();
  register_to_python<Bytes>();
  register_to_python<std::pair<Bytes, Bytes>>();
  register_to_python<std::optional<std::string>>();
}

}  // namespace leveldb_adapters
