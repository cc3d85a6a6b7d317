// A pointer to what C++ does not show, as C libraries have it.
#pragma once

namespace opaque_pointers {

struct Session;  // Never defined here.

inline Session* open(int number) {
  static int sessions[10];
  return number < 0 ? nullptr : reinterpret_cast<Session*>(&sessions[number % 10]);
}
inline bool is_open(const Session* session) { return session != nullptr; }

}  // namespace opaque_pointers
