// Offsets as Python counts them, and as RE2 does: in bytes.
#pragma once

#include <cstddef>
#include <vector>

#include "text.hpp"

namespace re2_adapters {

/// The byte that Python's `offset` into `text` means. As for the `re` module, one below 0 is 0 and
/// one behind the end is the end. GIL: any state.
[[nodiscard]] std::size_t byte_offset(const TextView& text, std::ptrdiff_t offset);

/// Python's offsets for some byte offsets of one text, found in a single pass. GIL: any state.
class PythonOffsets {
 public:
  /// `byte_offsets`: those that will be asked for, in any order, repeated or not.
  /// Throws Error where one of them lies inside a character of a str.
  PythonOffsets(const TextView& text, std::vector<std::size_t> byte_offsets);

  /// `byte_offset` is one of those given to the constructor.
  [[nodiscard]] std::ptrdiff_t operator[](std::size_t byte_offset) const;

 private:
  // Ascending. Both are empty where Python counts bytes as well.
  std::vector<std::size_t> in_bytes_;
  std::vector<std::ptrdiff_t> in_python_;
};

}  // namespace re2_adapters
