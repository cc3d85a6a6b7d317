// A static object that says that the static destructors ran.
#pragma once

#include <cstdio>

namespace incidents {

struct last_words {
  ~last_words() {
    std::puts("static destructors ran");
  }
};
inline const last_words said_at_the_end;

}  // namespace incidents
