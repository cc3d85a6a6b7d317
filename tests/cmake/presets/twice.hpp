// What the module binds; FACTOR is given to the target after it was made.
#pragma once

inline int twice(int number) {
  return FACTOR * number;
}
