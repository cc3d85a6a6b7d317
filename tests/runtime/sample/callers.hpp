// Who calls the virtual methods of the module `virtuals`: functions of C++ that Python starts.
#pragma once

#include <string>
#include <thread>

#include "../gil/event.hpp"
#include "gen_bindings/deferred_errors.hpp"
#include "gen_bindings/without_gil.hpp"
#include "shapes.hpp"

namespace callers {

// Who calls from C++: attached, detached, and on a thread that Python does not know
inline double area_attached(const acme::Shape& shape, double scale) { return shape.area(scale); }
inline double area_detached(const acme::Shape& shape, double scale) {
  const gen_bindings::without_gil region{gen_bindings::known_attached};
  return shape.area(scale);
}
inline double area_on_native_thread(const acme::Shape& shape, double scale) {
  const gen_bindings::without_gil region{gen_bindings::known_attached};
  return acme::on_native_thread([&] { return shape.area(scale); });
}
inline std::string name_of(acme::Shape& shape) { return shape.name(); }
inline std::string tell_number(acme::Shape& shape, int event) { return shape.on(event); }
inline std::string tell_text(const acme::Shape& shape, const std::string& event) {
  return shape.on(event);
}
inline int read_detached(const acme::Gauge& gauge, const std::string& unit) {
  const gen_bindings::without_gil region{gen_bindings::known_attached};
  return gauge.read(unit);
}
inline int compare_on_native_thread(const acme::Rule& rule, int left, int right) {
  gen_bindings::deferred_errors boundary;
  return boundary.run([&]() -> decltype(auto) {
    const gen_bindings::without_gil region{gen_bindings::known_attached};
    return acme::on_native_thread([&] { return rule.compare(left, right); });
  });
}
inline int compare_detached(const acme::Rule& rule, int left, int right) {
  gen_bindings::deferred_errors boundary;
  return boundary.run([&]() -> decltype(auto) {
    const gen_bindings::without_gil region{gen_bindings::known_attached};
    return rule.compare(left, right);
  });
}
inline int run(acme::Task& task, int argument) { return task.run(argument); }
inline int beat(acme::Vital& vital) { return vital.beat(); }

// A native thread calls while this thread keeps the GIL: false if it had to wait for it.
template <class Call>
bool completes_while_gil_is_held(const Call& call) {
  event done;
  std::thread native{[&] {
    call();
    done.set();
  }};
  const bool completed = done.wait();
  const gen_bindings::without_gil region{gen_bindings::known_attached};
  native.join();
  return completed;
}
inline bool read_while_gil_is_held(const acme::Gauge& gauge) {
  return completes_while_gil_is_held([&] { static_cast<void>(gauge.read("unit")); });
}
inline bool kept_area_while_gil_is_held() {
  return completes_while_gil_is_held([] { static_cast<void>(acme::kept_shape->area(1)); });
}

// C++ keeps an object whose Python object may die
inline void keep(acme::Shape& shape) { acme::kept_shape = shape.shared_from_this(); }
inline double kept_area(double scale) { return acme::kept_shape->area(scale); }
inline void forget_kept() { acme::kept_shape.reset(); }
inline void point_at(acme::Shape& shape) { acme::pointed_shape = &shape; }
inline double pointed_area(double scale) { return acme::pointed_shape->area(scale); }

}  // namespace callers
