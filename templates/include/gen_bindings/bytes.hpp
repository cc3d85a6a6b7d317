// bytes: Python's bytes in C++, and C++'s in Python.
#pragma once

#include <Python.h>

#include <boost/python/converter/registry.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/type_id.hpp>

#include <cstddef>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "call_scope.hpp"
#include "converters.hpp"
#include "failure.hpp"
#include "promise.hpp"

namespace gen_bindings {

namespace detail {

/// What a byte is called in C++.
template <class T>
inline constexpr bool is_byte =
    !std::is_same_v<T, bool> && sizeof(T) == 1 &&
    (std::is_integral_v<T> || std::is_same_v<T, std::byte>);

template <class Number>
constexpr bool is_negative(Number number) {
  if constexpr (std::is_signed_v<Number>) return number < 0;
  return false;
}

/// A number of bytes as C++ counts it. Throws failure, a Python error, where it does not fit.
template <class To, class From>
To checked_length(From from) {
  const auto to = static_cast<To>(from);
  if (is_negative(from) || is_negative(to) || static_cast<From>(to) != from) {
    throw failure{::PyExc_OverflowError, "a number of bytes that C++ can't count so"};
  }
  return to;
}

}  // namespace detail

/// Bytes, of either side. What comes from Python is a view: pointer and length of a bytes object,
/// which never changes and which the call keeps alive. What comes from C++ is a copy.
///
/// GIL: any state, for all of it: no Python reference count is touched.
class bytes {
 public:
  /// None at all.
  bytes() = default;
  /// Owns `text`, zeros included.
  bytes(std::string text) noexcept : owned_{std::move(text)}, is_owner_{true} {}
  /// Copies what `text` refers to.
  bytes(std::string_view text) : bytes(std::string(text)) {}
  /// Copies what `all` holds.
  template <class Byte, class Allocator, class = std::enable_if_t<detail::is_byte<Byte>>>
  bytes(const std::vector<Byte, Allocator>& all) : bytes(all.data(), all.size()) {}
  /// Copies `length` bytes from `pointer`; none where that is null. Throws failure, a Python error,
  /// where `length` is negative.
  template <class Length>
  bytes(const void* pointer, Length length)
      : bytes(pointer == nullptr
                  ? std::string{}
                  : std::string(static_cast<const char*>(pointer),
                                detail::checked_length<std::size_t>(length))) {}

  /// Refers to `text`, which has to outlive it.
  [[nodiscard]] static bytes view(std::string_view text) noexcept {
    bytes made;
    made.viewed_ = text;
    return made;
  }

  [[nodiscard]] const char* data() const noexcept { return all().data(); }
  [[nodiscard]] std::size_t size() const noexcept { return all().size(); }
  [[nodiscard]] bool empty() const noexcept { return all().empty(); }

  operator std::string_view() const noexcept { return all(); }
  operator std::string() const { return std::string(all()); }

  /// Where they are, as whatever C++ calls them.
  class pointer_type {
   public:
    explicit pointer_type(const char* data) noexcept : data_{data} {}
    operator const char*() const noexcept { return data_; }
    operator const unsigned char*() const noexcept {
      return reinterpret_cast<const unsigned char*>(data_);
    }
    operator const signed char*() const noexcept {
      return reinterpret_cast<const signed char*>(data_);
    }
    operator const std::byte*() const noexcept { return reinterpret_cast<const std::byte*>(data_); }
    operator const void*() const noexcept { return data_; }

   private:
    const char* data_;
  };

  /// How many there are, as whatever C++ counts with; a number that does not fit throws failure, an
  /// OverflowError in Python.
  class length_type {
   public:
    explicit length_type(std::size_t size) noexcept : size_{size} {}
    template <class Number, class = std::enable_if_t<std::is_integral_v<Number> &&
                                                     !std::is_same_v<Number, bool>>>
    operator Number() const {
      return detail::checked_length<Number>(size_);
    }

   private:
    std::size_t size_;
  };

  [[nodiscard]] pointer_type pointer() const noexcept { return pointer_type{data()}; }
  [[nodiscard]] length_type length() const noexcept { return length_type{size()}; }

 private:
  [[nodiscard]] std::string_view all() const noexcept {
    return is_owner_ ? std::string_view{owned_} : viewed_;
  }

  std::string owned_;
  std::string_view viewed_{""};
  bool is_owner_ = false;
};

namespace detail {

/// Boost.Python's converter, both ways.
struct bytes_converter {
  static PyObject* convert(const bytes& given) {
    const conversion_scope<bytes> conversion;
    return boost::python::expect_non_null(
        PyBytes_FromStringAndSize(given.data(), static_cast<Py_ssize_t>(given.size())));
  }

  static const PyTypeObject* get_pytype() { return &PyBytes_Type; }

  static void* convertible(PyObject* object) {
    return PyBytes_Check(object) ? object : nullptr;
  }

  static void construct(PyObject* object,
                        boost::python::converter::rvalue_from_python_stage1_data* data) {
    const conversion_scope<bytes> conversion;
    using storage = boost::python::converter::rvalue_from_python_storage<bytes>;
    void* const room = reinterpret_cast<storage*>(data)->storage.bytes;
    const auto size = static_cast<std::size_t>(PyBytes_GET_SIZE(object));
    new (room) bytes{bytes::view({PyBytes_AS_STRING(object), size})};
    data->convertible = room;
  }
};

}  // namespace detail

/// Teaches Boost.Python bytes, both ways. Does nothing where another module has.
/// GIL: attached, inside the module's initialisation.
inline void register_bytes() {
  if (has_to_python<bytes>()) return;
  using converter = detail::bytes_converter;
  register_to_python<bytes, converter, true>();
  boost::python::converter::registry::push_back(&converter::convertible, &converter::construct,
                                                boost::python::type_id<bytes>(),
                                                &converter::get_pytype);
}

}  // namespace gen_bindings
