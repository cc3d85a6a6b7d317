// numbers: all arguments of a call at once, where each of them is a number or bool.
#pragma once

#include <boost/config.hpp>
#include <boost/python/converter/registrations.hpp>
#include <boost/python/converter/registry.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/type_id.hpp>

#include <Python.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <typeinfo>
#include <utility>

#include "exact_value.hpp"
#include "mismatch.hpp"
#include "small_code.hpp"

namespace gen_bindings::fast {

/// A number or bool on its way into C++, which comes out as the type that was put in. The
/// conversions are no template, which would take the compiler longer in each entry.
union number {
  bool truth;
  signed char signed_char;
  unsigned char unsigned_char;
  short signed_short;
  unsigned short unsigned_short;
  int signed_int;
  unsigned int unsigned_int;
  long signed_long;
  unsigned long unsigned_long;
  long long signed_long_long;
  unsigned long long unsigned_long_long;
  float single_precision;
  double double_precision;

  operator bool() const noexcept { return truth; }
  operator signed char() const noexcept { return signed_char; }
  operator unsigned char() const noexcept { return unsigned_char; }
  operator short() const noexcept { return signed_short; }
  operator unsigned short() const noexcept { return unsigned_short; }
  operator int() const noexcept { return signed_int; }
  operator unsigned int() const noexcept { return unsigned_int; }
  operator long() const noexcept { return signed_long; }
  operator unsigned long() const noexcept { return unsigned_long; }
  operator long long() const noexcept { return signed_long_long; }
  operator unsigned long long() const noexcept { return unsigned_long_long; }
  operator float() const noexcept { return single_precision; }
  operator double() const noexcept { return double_precision; }

  /// Puts in the T at `value`.
  template <class T>
  void put(const void* value) noexcept {
    std::memcpy(this, value, sizeof(T));
  }
};

namespace detail {

/// Stands before the letters of the arguments where the object of a call is given first.
inline constexpr char letter_of_object = 'O';

/// Calls `use` with a value of the type that `letter` stands for: as in Python's module struct; j and J are 64
/// bits, of whichever type of C++ that is here.
template <class Use>
BOOST_FORCEINLINE auto with_type(char letter, const Use& use) {
  switch (letter) {
    case '?': return use(bool{});
    case 'b': return use(static_cast<signed char>(0));
    case 'B': return use(static_cast<unsigned char>(0));
    case 'h': return use(short{});
    case 'H': return use(static_cast<unsigned short>(0));
    case 'i': return use(int{});
    case 'I': return use(0U);
    case 'l': return use(0L);
    case 'L': return use(0UL);
    case 'q': return use(0LL);
    case 'Q': return use(0ULL);
    case 'j': return use(std::int64_t{});
    case 'J': return use(std::uint64_t{});
    case 'n': return use(std::ptrdiff_t{});
    case 'N': return use(std::size_t{});
    case 'f': return use(float{});
    default: return use(double{});
  }
}

/// Takes a value as exact_value() does. GIL: attached.
BOOST_FORCEINLINE bool take_exact(char letter, PyObject* given, number& taken) {
  return with_type(letter, [&](auto value) {
    if (!exact_value(given, value)) return false;
    taken.put<decltype(value)>(&value);
    return true;
  });
}

/// The same, out of line.
BOOST_NOINLINE inline bool take_exact_of_any(char letter, PyObject* given, number& taken) {
  return take_exact(letter, given, taken);
}

/// What Boost.Python's converters say of one argument.
class number_converter {
 public:
  number_converter(char letter, PyObject* given) : given_{given}, room_{} {
    namespace converter = boost::python::converter;
    const boost::python::type_info type =
        with_type(letter, [](auto value) { return boost::python::type_id<decltype(value)>(); });
    room_.first = converter::rvalue_from_python_stage1(given, converter::registry::lookup(type));
  }

  [[nodiscard]] bool fits() const noexcept { return room_.first.convertible != nullptr; }

  /// Throws what the converter throws.
  void convert(char letter, number& taken) {
    if (room_.first.construct != nullptr) room_.first.construct(given_, &room_.first);
    with_type(letter, [&](auto value) { taken.put<decltype(value)>(room_.first.convertible); });
  }

 private:
  /// As boost/python/converter/rvalue_from_python_data.hpp has it for each type: what a converter makes lies behind
  /// what is known first.
  struct room {
    boost::python::converter::rvalue_from_python_stage1_data first;
    number made;
  };
  template <class T>
  static constexpr bool lies_alike =
      offsetof(boost::python::converter::rvalue_from_python_storage<T>, storage) == offsetof(room, made);
  static_assert(lies_alike<bool> && lies_alike<short> && lies_alike<float> && lies_alike<long long>);

  PyObject* given_;
  room room_;
};

/// As take_numbers(), for all entries.
BOOST_NOINLINE inline PyObject* take_any_numbers(const char* letters, PyObject* const* given,
                                                 number* taken) {
  const std::size_t first = letters[0] == letter_of_object ? 1 : 0;
  bool are_exact = true;
  for (std::size_t at = first; letters[at] != '\0'; ++at) {
    if (take_exact_of_any(letters[at], given[at], taken[at - first])) continue;
    if (!number_converter{letters[at], given[at]}.fits()) return mismatch(at);
    are_exact = false;
  }
  if (are_exact) return nullptr;
  // Which ones were exact is not remembered, but asked again.
  for (std::size_t at = first; letters[at] != '\0'; ++at) {
    number& each = taken[at - first];
    if (take_exact_of_any(letters[at], given[at], each)) continue;
    number_converter{letters[at], given[at]}.convert(letters[at], each);
  }
  return nullptr;
}

#if !GEN_BINDINGS_SMALL_CODE

/// The letters are known when this is compiled, so that one case of each switch is left.
template <std::size_t... at>
BOOST_FORCEINLINE bool take_all_exact(const char* letters, PyObject* const* given, number* taken,
                                      std::index_sequence<at...> /*all*/) {
  return (take_exact(letters[at], given[at], taken[at]) && ...);
}

#endif

}  // namespace detail

/// Converts all arguments of a call, which are numbers or bool: each fits before any is more than looked at. `letters`
/// says their types; see detail::with_type(). Returns null, or what mismatch() gives. GIL: attached. Throws what
/// Boost.Python's converters throw.
#if GEN_BINDINGS_SMALL_CODE
inline PyObject* take_numbers(const char* letters, PyObject* const* given, number* taken) {
  return detail::take_any_numbers(letters, given, taken);
}
#else
template <std::size_t size>
BOOST_FORCEINLINE PyObject* take_numbers(const char (&letters)[size], PyObject* const* given, number* taken) {
  constexpr std::make_index_sequence<size - 1> all{};
  constexpr std::make_index_sequence<size - 2> all_but_object{};
  const bool are_exact = letters[0] == detail::letter_of_object
                             ? detail::take_all_exact(letters + 1, given + 1, taken, all_but_object)
                             : detail::take_all_exact(letters, given, taken, all);
  return are_exact ? nullptr : detail::take_any_numbers(letters, given, taken);
}
#endif

}  // namespace gen_bindings::fast
