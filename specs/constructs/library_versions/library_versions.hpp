// A library that has grown: LIBRARY_VERSIONS_NUMBER says how far.
#pragma once

#ifndef LIBRARY_VERSIONS_NUMBER
#define LIBRARY_VERSIONS_NUMBER 5
#endif

namespace library_versions {

#if LIBRARY_VERSIONS_NUMBER >= 5
inline int round(double value) { return static_cast<int>(value + 0.5); }
#else
inline int round_up(double value) { return static_cast<int>(value) + 1; }
#endif

#if LIBRARY_VERSIONS_NUMBER >= 6
#define LIBRARY_VERSIONS_HAS_STREAMS
class Stream {};
#endif

enum class Unit {
  metre,
  mile,
#if LIBRARY_VERSIONS_NUMBER >= 5
  parsec,
#endif
};

}  // namespace library_versions
