// What Python's help() shows of a function.
#pragma once

namespace signatures {

inline int start(int speed) { return speed; }
inline int stop(int after) { return after; }
inline int pause() { return 0; }

}  // namespace signatures
