#pragma once

#include <boost/python/class.hpp>
#include <boost/python/def.hpp>
#include <boost/shared_ptr.hpp>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

namespace plain_classes {

/// Copied byte by byte.
struct Point {
  explicit Point(double x, double y = 0) : x(x), y(y) {}
  double x;
  double y;
};
inline Point mirrored(const Point& point) { return Point(point.y, point.x); }

/// Counts its copies, and refuses to be copied while it is locked.
class Letter {
 public:
  explicit Letter(const std::string& text) : text_(text) { ++alive(); }
  Letter(const Letter& other) : text_(other.text_), copies_(other.copies_ + 1) {
    if (other.is_locked) throw std::runtime_error("locked");
    ++alive();
  }
  Letter& operator=(const Letter&) = delete;
  ~Letter() { --alive(); }

  const std::string& text() const { return text_; }
  int copies() const { return copies_; }
  static int& alive() {
    static int count = 0;
    return count;
  }
  static int count() { return alive(); }

  bool is_locked = false;

 private:
  std::string text_;
  int copies_ = 0;
};
inline const Letter& sent(const Letter& letter) { return letter; }

/// Needs more than Python's allocator promises.
struct alignas(64) Wide {
  explicit Wide(int value) : value(value) {}
  bool is_aligned() const { return reinterpret_cast<std::uintptr_t>(this) % alignof(Wide) == 0; }
  int value;
};

/// Is not made where the number is below zero.
struct Checked {
  explicit Checked(int value) : value(value) {
    if (value < 0) throw std::invalid_argument("below zero");
  }
  int value;
};

/// Cannot be made.
struct Sheet {
  virtual ~Sheet() = default;
  virtual int depth() const = 0;
};
struct Name {
  std::string name = "a plate";
};
/// The base is not at the beginning.
struct Plate : Name, Sheet {
  explicit Plate(int depth) : own(depth) {}
  int depth() const override { return own; }
  int own;
};
inline int depth_of(const Sheet& sheet) { return sheet.depth(); }
inline std::string name_of(Name& name) { return name.name; }
inline Sheet& as_sheet(Plate& plate) { return plate; }

/// What a module written by hand does beside the generated one.
struct Bowl : Plate {
  Bowl() : Plate(9) {}
};
template <template <class> class SharedPointer>
struct shelf {
  static SharedPointer<Letter>& letter() {
    static SharedPointer<Letter> kept;
    return kept;
  }
  static void keep(SharedPointer<Letter> letter) { shelf::letter() = letter; }
  static SharedPointer<Letter> kept() { return letter(); }
  static SharedPointer<Letter> made() { return SharedPointer<Letter>(new Letter("by C++")); }
  static void drop() { letter().reset(); }
};
inline double length(Point point) { return point.x + point.y; }
inline Letter copy(const Letter& letter) { return letter; }

}  // namespace plain_classes
