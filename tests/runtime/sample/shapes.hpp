// The library that the module `virtuals` binds: classes with virtual methods, and who calls them.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "../gil/event.hpp"
#include "gen_bindings/attached.hpp"

namespace acme {

/// How the implementations in C++ were called.
inline std::atomic<int> base_calls{0};
inline std::atomic<int> base_calls_attached{0};
inline void note_base_call() {
  ++base_calls;
  if (gen_bindings::attached()) ++base_calls_attached;
}

/// Overridable by any attribute, errors propagate.
class Shape : public std::enable_shared_from_this<Shape> {
 public:
  explicit Shape(double side) : side_{side}, constructed_with_{area(1)} {}
  Shape(const Shape&) = delete;
  Shape& operator=(const Shape&) = delete;
  virtual ~Shape() = default;

  virtual double area(double scale) const {
    note_base_call();
    return side_ * side_ * scale;
  }
  virtual std::string name() {
    note_base_call();
    return "shape";
  }
  virtual std::string on(int event) {
    note_base_call();
    return event > 10 ? on(event - 10) : "number " + std::to_string(event);
  }
  virtual std::string on(const std::string& event) const {
    note_base_call();
    return event == "area" ? std::to_string(static_cast<int>(area(1))) : "text " + event;
  }
  [[nodiscard]] double constructed_with() const { return constructed_with_; }

 protected:
  double side_;

 private:
  double constructed_with_;
};

/// Derived, and exposed with a trampoline of its own.
class Circle : public Shape {
 public:
  using Shape::Shape;
  double area(double scale) const override {
    note_base_call();
    return 3 * side_ * side_ * scale;
  }
};

/// Derived, and known to Python as a Shape only.
class Square : public Shape {
 public:
  using Shape::Shape;
  std::string name() override { return "square, " + Shape::name(); }
};

inline std::shared_ptr<Shape> make_square(double side) { return std::make_shared<Square>(side); }

/// Overridable by subclasses only; must not throw.
class Gauge {
 public:
  Gauge() = default;
  Gauge(const Gauge&) = delete;
  Gauge& operator=(const Gauge&) = delete;
  virtual ~Gauge() = default;
  [[nodiscard]] virtual int read(const std::string& unit) const noexcept {
    note_base_call();
    return static_cast<int>(unit.size());
  }
};

/// Pure virtual, and must not be unwound.
class Rule {
 public:
  Rule() = default;
  Rule(const Rule&) = delete;
  Rule& operator=(const Rule&) = delete;
  virtual ~Rule() = default;
  virtual int compare(int left, int right) const = 0;
};

/// Pure virtual, errors propagate.
class Task {
 public:
  Task() = default;
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  virtual ~Task() = default;
  virtual int run(int argument) = 0;
};

/// An error ends the process.
class Vital {
 public:
  Vital() = default;
  Vital(const Vital&) = delete;
  Vital& operator=(const Vital&) = delete;
  virtual ~Vital() = default;
  virtual int beat() { return 1; }
  virtual int stop() = 0;
};

/// Calls `call` on a thread of its own, and returns what it returns.
template <class Call>
auto on_native_thread(const Call& call) {
  decltype(call()) result{};
  std::exception_ptr error;
  std::thread worker{[&] {
    try {
      result = call();
    } catch (...) {
      error = std::current_exception();
    }
  }};
  worker.join();
  if (error) std::rethrow_exception(error);
  return result;
}

/// Keeps a shape longer than Python may keep its object.
inline std::shared_ptr<Shape> kept_shape;

/// Points to a shape that somebody else keeps.
inline Shape* pointed_shape = nullptr;

}  // namespace acme
