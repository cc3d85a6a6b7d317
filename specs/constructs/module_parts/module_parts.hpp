// What a module contains beside functions and classes.
#pragma once

#include <string>

namespace module_parts {

inline const std::string version = "1.4";
int lines();  // In module_parts.cpp.

namespace io {
inline int width() { return 80; }
struct File {
  std::string path = "here";
};
}  // namespace io

struct Dial {
  int angle = 5;
};

}  // namespace module_parts
