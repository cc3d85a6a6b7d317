// C++ that the spec beside it describes wrongly, in the ways that people do.
#pragma once
#include <memory>
#include <string>

namespace acme {

class Incomplete;
inline int square(int n) { return n * n; }
inline int length(const std::string& text) { return static_cast<int>(text.size()); }
inline void reset(int, int) {}
inline std::string name() { return "name"; }

class Counter {
 public:
  int count() { return 1; }
  int limit = 3;

 private:
  int secret() { return 2; }
  int hidden = 4;
};
inline int taken(Counter& counter) { return counter.count(); }
enum class Color { red };
class Owner {
 public:
  Owner() = default;

 private:
  std::unique_ptr<int> own;
};
class Other {};
class Shape {
 public:
  virtual ~Shape() = default;
  virtual int sides() = 0;
};

}  // namespace acme
