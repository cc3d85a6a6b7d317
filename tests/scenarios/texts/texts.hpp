// Little C++ for a spec full of texts that would break out of a literal or a comment.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>

namespace texts {

enum class Color { red };
inline std::string echo(const std::string& text) { return text; }
inline void tell(const std::function<void(std::string)>& say) { say("text"); }

struct Text {
  std::string value = "value";
  std::size_t size() const { return value.size(); }
};

}  // namespace texts
