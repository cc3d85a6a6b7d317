// Bindings of acme, written by hand as the generator prints them.
#include <boost/python/args.hpp>
#include <boost/python/class.hpp>
#include <boost/python/def.hpp>
#include <boost/python/docstring_options.hpp>
#include <boost/python/make_constructor.hpp>
#include <boost/python/module.hpp>

#include <memory>
#include <string>

#include "acme.hpp"
#include "gen_bindings/bound_value.hpp"
#include "gen_bindings/callback.hpp"
#include "gen_bindings/gil.hpp"
#include "gen_bindings/imported.hpp"
#include "gen_bindings/ownership.hpp"
#include "gen_bindings/probe.hpp"
#include "gen_bindings/probe_module.hpp"
#include "gen_bindings/python_error.hpp"

namespace {

using Progress = ::gen_bindings::callback<double(double)>;
using Say = ::gen_bindings::callback<void(std::string)>;

// release
double call_f(const Progress& progress, int n) {
  static_assert(!::gen_bindings::owns_python<Progress>, "f: progress");
  static_assert(!::gen_bindings::owns_python<int>, "f: n");
  const ::gen_bindings::probe::call call{"f"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
  return ::acme::f(progress, n);
}

// release, with a callback from a native thread
double call_on_native_thread(const Progress& progress) {
  const ::gen_bindings::probe::call call{"on_native_thread"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
  return ::acme::on_native_thread(progress);
}

// release, with a callback that outlives the interpreter
void call_remember(const Progress& progress) {
  const ::gen_bindings::probe::call call{"remember"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
  ::acme::remember(progress);
}

// hold
int call_held(int n) {
  const ::gen_bindings::probe::call call{"held"};
  ::gen_bindings::probe::entered(::gen_bindings::promise::attached);
  return ::acme::held(n);
}

// guard
int call_steered(const Say& say) {
  const ::gen_bindings::probe::call call{"steered"};
  ::gen_bindings::gil_guard guard;
  return ::acme::steered(guard, say);
}

// steps: { release first_half(n) as x, release second_half(x) as y, acquire progress(x), release x
// + y }
double call_g(const Progress& progress, double n) {
  const ::gen_bindings::probe::call call{"g"};
  ::gen_bindings::bound_value step_1{[&] { return ::acme::first_half(n); }};
  [[maybe_unused]] auto& x = step_1.reference();
  ::gen_bindings::bound_value step_2{[&] { return ::acme::second_half(x); }};
  [[maybe_unused]] auto& y = step_2.reference();
  ::gen_bindings::bound_value step_3{[&] { return progress(x.value()); }};
  [[maybe_unused]] auto& z = step_3.reference();
  {
    const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
    ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
    step_1.make();
    step_2.make();
  }
  ::gen_bindings::probe::entered(::gen_bindings::promise::attached);
  step_3.make();
  {
    const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
    ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
    return [&] { return y.value() + z; }();
  }
}

// release when by > 4096
int call_Counter_inc(::acme::Counter& self, int by) {
  const ::gen_bindings::probe::call call{"Counter.inc"};
  const bool condition = by > 4096;
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached, condition};
  ::gen_bindings::probe::entered(condition ? ::gen_bindings::promise::detached
                                           : ::gen_bindings::promise::attached);
  return self.inc(by);
}

// release, a method with a callback
void call_Counter_tick(::acme::Counter& self, const Progress& progress) {
  const ::gen_bindings::probe::call call{"Counter.tick"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
  self.tick(progress);
}

// release, a method that stores its callback, and one that drops it
void call_Counter_keep(::acme::Counter& self, const Progress& progress) {
  const ::gen_bindings::probe::call call{"Counter.keep"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
  self.keep(progress);
}
void call_Counter_forget(::acme::Counter& self) {
  const ::gen_bindings::probe::call call{"Counter.forget"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
  self.forget();
}

// release, a static method
::acme::Counter call_Counter_counted(const Progress& progress) {
  const ::gen_bindings::probe::call call{"Counter.counted"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
  return ::acme::Counter::counted(progress);
}

// release, a constructor
std::shared_ptr<::acme::Counter> call_Counter_init(const Progress& progress) {
  const ::gen_bindings::probe::call call{"Counter.__init__"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
  return std::shared_ptr<::acme::Counter>{::acme::make_counter(progress)};
}

// hold, a property's getter
int call_Counter_size(const ::acme::Counter& self) {
  const ::gen_bindings::probe::call call{"Counter.size"};
  ::gen_bindings::probe::entered(::gen_bindings::promise::attached);
  return self.size();
}

int parts_living() { return ::acme::Part::living; }
int parts_died_detached() { return ::acme::Part::died_detached; }

}  // namespace

BOOST_PYTHON_MODULE(sample) {
  namespace python = ::boost::python;
  ::gen_bindings::register_python_error();
  ::gen_bindings::register_callback<double(double)>();
  ::gen_bindings::register_callback<void(std::string)>();
  ::gen_bindings::register_probe();

  python::def("f", &call_f, (python::arg("progress"), python::arg("n") = 1));
  python::def("on_native_thread", &call_on_native_thread, (python::arg("progress")));
  python::def("remember", &call_remember, (python::arg("progress")));
  python::def("held", &call_held, (python::arg("n")));
  python::def("steered", &call_steered, (python::arg("say") = ::gen_bindings::builtin("print")));
  python::def("g", &call_g, (python::arg("progress"), python::arg("n") = 1.0));
  python::def("parts_living", &parts_living);
  python::def("parts_died_detached", &parts_died_detached);

  python::class_<::acme::Counter, std::shared_ptr<::acme::Counter>>("Counter", python::init<int>())
      .def("__init__", python::make_constructor(&call_Counter_init, python::default_call_policies(),
                                                (python::arg("progress"))))
      .def("inc", &call_Counter_inc, (python::arg("by")))
      .def("tick", &call_Counter_tick, (python::arg("progress")))
      .def("keep", &call_Counter_keep, (python::arg("progress")))
      .def("forget", &call_Counter_forget)
      .def("counted", &call_Counter_counted, (python::arg("progress")))
      .staticmethod("counted")
      .add_property("size", &call_Counter_size);
}
