// Functions whose docstrings show one thing or another.
#pragma once

namespace docstrings {

inline int twice(int n) { return 2 * n; }

class Counter {
 public:
  int next() { return ++count_; }
  int last() const { return count_; }

 private:
  int count_ = 0;
};

}  // namespace docstrings
