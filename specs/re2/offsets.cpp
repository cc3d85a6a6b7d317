#include "offsets.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "error.hpp"

namespace re2_adapters {

namespace {

// Of the bytes of a character in UTF-8, all but the first have the form 10xxxxxx.
bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

bool counts_bytes(const TextView& text) {
  return text.kind == TextKind::bytes || text.one_byte_characters;
}

std::ptrdiff_t count_characters(std::string_view utf8) {
  return std::count_if(utf8.begin(), utf8.end(), begins_character);
}

}  // namespace

std::size_t byte_offset(const TextView& text, std::ptrdiff_t offset) {
  if (offset <= 0) return 0;
  if (static_cast<std::size_t>(offset) >= text.size()) return text.size();
  if (counts_bytes(text)) return static_cast<std::size_t>(offset);
  std::ptrdiff_t begun = 0;
  const auto found = std::find_if(text.bytes.begin(), text.bytes.end(), [&](char byte) {
    return begins_character(byte) && begun++ == offset;
  });
  return static_cast<std::size_t>(found - text.bytes.begin());
}

PythonOffsets::PythonOffsets(const TextView& text, std::vector<std::size_t> byte_offsets) {
  if (counts_bytes(text)) return;
  std::sort(byte_offsets.begin(), byte_offsets.end());
  byte_offsets.erase(std::unique(byte_offsets.begin(), byte_offsets.end()), byte_offsets.end());
  in_bytes_ = std::move(byte_offsets);
  in_python_.reserve(in_bytes_.size());
  std::size_t from = 0;
  std::ptrdiff_t characters = 0;
  for (const std::size_t to : in_bytes_) {
    if (to < text.size() && !begins_character(text.bytes[to])) {
      throw Error("the match begins or ends inside a character; match bytes instead of str");
    }
    characters += count_characters(text.bytes.substr(from, to - from));
    in_python_.push_back(characters);
    from = to;
  }
}

std::ptrdiff_t PythonOffsets::operator[](std::size_t byte_offset) const {
  if (in_bytes_.empty()) return static_cast<std::ptrdiff_t>(byte_offset);
  const auto found = std::lower_bound(in_bytes_.begin(), in_bytes_.end(), byte_offset);
  return in_python_[static_cast<std::size_t>(found - in_bytes_.begin())];
}

}  // namespace re2_adapters
