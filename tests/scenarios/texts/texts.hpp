// Little C++ for a spec full of texts that would break out of a literal or a comment.
#pragma once

#include <stdexcept>
#include <string>

namespace texts {

enum class Color { red };
inline std::string echo(const std::string& text) { return text; }

struct Text {
  std::string value = "value";
  std::size_t size() const { return value.size(); }
};

}  // namespace texts
