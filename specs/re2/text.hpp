// Text on its way between Python and RE2: str travels as UTF-8, bytes as they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace re2_adapters {

/// Python's two kinds of text. Offsets count code points in str, bytes in bytes.
enum class TextKind { str, bytes };

/// What a str or bytes object of Python holds, seen in place. Whoever passes it keeps that object
/// alive; neither kind of object ever changes. GIL: any state.
struct TextView {
  std::string_view bytes;
  TextKind kind;
  /// Whether each byte is a character, so that offsets are the same in bytes and in code points.
  bool one_byte_characters;

  /// In bytes.
  [[nodiscard]] std::size_t size() const noexcept { return bytes.size(); }
};

static_assert(std::is_trivially_copyable_v<TextView> && std::is_trivially_destructible_v<TextView>,
              "a view may be copied and destroyed while detached");

/// Text that becomes a str or a bytes object. GIL: any state.
struct Text {
  std::string bytes;
  TextKind kind;
};

/// A message for people, which becomes a str. Bytes that are not UTF-8 are shown as \xff.
struct Message {
  std::string text;
};

}  // namespace re2_adapters
