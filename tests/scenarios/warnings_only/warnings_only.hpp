// What compiles, but of which the user is warned.
#pragma once

namespace warnings_only {

struct Opaque {};
inline void fill(int& n) { n = 1; }
inline Opaque pass_through(const Opaque& opaque) { return opaque; }

}  // namespace warnings_only
