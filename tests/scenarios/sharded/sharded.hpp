// A little of everything, which the generated module keeps in several translation units.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace sharded {

enum class level { low, high };

class error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class overflow : public error {
 public:
  using error::error;
};

/// The lowest of three classes, each derived from the one before.
class Base {
 public:
  explicit Base(std::string name) : name_{std::move(name)} {}
  virtual ~Base() = default;
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

class Middle : public Base {
 public:
  using Base::Base;

  class Part {
   public:
    Part() = default;
    Part(int the_size) : size{the_size} {}
    int size = 3;
  };

  Part part() const { return {}; }
};

inline int size_of(const Middle::Part& part) { return part.size; }

class Top : public Middle {
 public:
  explicit Top(int height) : Middle{"top"}, height_{height} {}
  int height() const { return height_; }

 private:
  int height_;
};

class Shape {
 public:
  virtual ~Shape() = default;
  virtual double area() const = 0;
  virtual int corners() const noexcept { return 0; }
};

class Square : public Shape {
 public:
  double area() const override { return 4.0; }
  int corners() const noexcept override { return 4; }
};

inline double area_of(const Shape& shape) { return shape.area(); }
inline int corners_of(const Shape& shape) { return shape.corners(); }

/// Made here, owned by Python.
inline Shape* make_square() { return new Square; }

inline std::shared_ptr<Top> make_top(int height) { return std::make_shared<Top>(height); }
inline std::string name_of(const std::shared_ptr<Base>& base) { return base->name(); }

inline int apply(const std::function<int(int)>& function, int n) { return function(n); }
inline std::function<int(int)> same(const std::function<int(int)>& function) { return function; }

inline std::optional<int> half(int n) { return n % 2 == 0 ? std::optional<int>{n / 2} : std::nullopt; }

inline int check(int n) {
  if (n > 100) throw overflow{"too much"};
  if (n < 0) throw error{"too little"};
  return n;
}

inline int count(int n) { return n; }
inline std::string count(const std::string& text) { return text + "!"; }

inline level raised(level from) { return from == level::low ? level::high : from; }

constexpr int limit = 100;

class Handle;
Handle* open_handle();
int number_of(const Handle* handle);

namespace inner {

class Ring : public Base {
 public:
  Ring() : Base{"ring"} {}
};

inline int turns(const Ring& ring, int by) { return by + static_cast<int>(ring.name().size()); }

}  // namespace inner
}  // namespace sharded
