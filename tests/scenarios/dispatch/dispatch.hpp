// What the scenario binds: one of each kind of call.
#pragma once

#include <boost/python/object.hpp>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace dispatch {

inline int add(int a, int b) { return a + b; }
inline double scaled(double value, float by, bool negative) {
  return (negative ? -value : value) * static_cast<double>(by);
}
inline long long wide(long long value, unsigned char small, unsigned long large) {
  return value + small + static_cast<long long>(large);
}
inline std::string kind(int) { return "int"; }
inline std::string kind(double) { return "double"; }
inline std::string kind(const std::string&) { return "str"; }
inline std::string text(const std::string& given) { return given + "!"; }
inline std::string letters(const char* given) { return given == nullptr ? "none" : given; }
inline int with_hidden(int a, int b = 20, int c = 300) { return a + b + c; }
inline int fail(const std::string& what) { throw std::out_of_range(what); }
inline int applied(const std::function<void(int)>& function, int value) {
  function(value);
  return value;
}

/// Neither copied nor moved: constructed in its place.
class Counter {
 public:
  explicit Counter(int start, const std::string& name = "counter") : value_(start), name_(name) {
    if (start < 0) throw std::invalid_argument("below zero");
    ++alive();
  }
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;
  ~Counter() { --alive(); }

  int increase(int by) { return value_ += by; }
  int value() const { return value_; }
  void set_value(int value) { value_ = value; }
  const std::string& name() const { return name_; }
  Counter& itself() { return *this; }
  static int& alive() {
    static int count = 0;
    return count;
  }
  static int count() { return alive(); }

  double step = 1.5;
  std::string label = "none";
  const int fixed = 7;

 private:
  int value_;
  std::string name_;
};

struct Metres {
  explicit Metres(double value) : value(value) {}
  double value;
  Metres operator+(const Metres& other) const { return Metres(value + other.value); }
  Metres operator+(int other) const { return Metres(value + other); }
  Metres& operator+=(const Metres& other) {
    value += other.value;
    return *this;
  }
  bool operator==(const Metres& other) const { return value == other.value; }
};
inline double length(const Metres& metres) { return metres.value; }
inline double length_or_zero(const Metres* metres) { return metres ? metres->value : 0; }
inline void stretch(Metres& metres, double by) { metres.value *= by; }

struct Box {
  Metres content{1};
};
inline Metres& content_of(Box& box) { return box.content; }
inline Metres* made(double value) { return new Metres(value); }

struct Shape {
  virtual ~Shape() = default;
  virtual int sides() const { return 0; }
};
inline int sides_of(const Shape& shape) { return shape.sides(); }

/// Ends what it holds of Python where it ends itself.
struct Link {
  explicit Link(const boost::python::object& next) : next(next) {}
  boost::python::object next;
};

struct Shared {
  explicit Shared(int id) : id(id) {}
  int id;
};
inline int id_of(const std::shared_ptr<Shared>& shared) { return shared ? shared->id : -1; }

}  // namespace dispatch
