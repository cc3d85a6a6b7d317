// Virtual functions led to Python by hand, as existing bindings do it.
#pragma once

#include <boost/python/call_method.hpp>
#include <boost/python/wrapper.hpp>

#include <string>

// What an override returns is converted by an operator that -Wconversion dislikes.
#pragma GCC diagnostic ignored "-Wconversion"

namespace hand_written_wrappers {

class Shape {
 public:
  virtual ~Shape() = default;
  virtual int sides() const = 0;
  virtual std::string name() const { return "shape"; }
};
inline std::string described(const Shape& shape) {
  return shape.name() + " of " + std::to_string(shape.sides());
}

class ShapeWrapper : public Shape, public boost::python::wrapper<Shape> {
 public:
  int sides() const override { return get_override("sides")(); }
  std::string name() const override {
    if (const boost::python::override overridden = get_override("name")) return overridden();
    return Shape::name();
  }
  std::string default_name() const { return Shape::name(); }
};

class Timer {
 public:
  explicit Timer(int period) : period_{period} {}
  virtual ~Timer() = default;
  virtual int tick(int by) { return by * period_; }

 private:
  int period_;
};
inline int ticked(Timer& timer, int by) { return timer.tick(by); }

/// The older way: the wrapper is given the Python object.
class TimerWrapper : public Timer {
 public:
  TimerWrapper(PyObject* self, int period) : Timer{period}, self_{self} {}
  TimerWrapper(PyObject* self, const Timer& other) : Timer{other}, self_{self} {}
  int tick(int by) override { return boost::python::call_method<int>(self_, "tick", by); }
  int default_tick(int by) { return Timer::tick(by); }

 private:
  PyObject* self_;
};

}  // namespace hand_written_wrappers
