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
#include "locked.hpp"
#include "gen_bindings/bound_value.hpp"
#include "gen_bindings/callback.hpp"
#include "gen_bindings/contract.hpp"
#include "gen_bindings/deferred_errors.hpp"
#include "gen_bindings/gil.hpp"
#include "gen_bindings/imported.hpp"
#include "gen_bindings/on_error.hpp"
#include "gen_bindings/ownership.hpp"
#include "gen_bindings/probe.hpp"
#include "gen_bindings/probe_module.hpp"
#include "gen_bindings/python_error.hpp"
#include "gen_bindings/released_delete.hpp"
#include "gen_bindings/shared_pointer.hpp"

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

// onError: deferred, with -1 as the declared value; the same for unraisable and terminate
struct minus_one {
  static int value() { return -1; }
};
using Deferred = ::gen_bindings::callback<int(int), ::gen_bindings::on_error::deferred<minus_one>>;
using Unraisable =
    ::gen_bindings::callback<int(int), ::gen_bindings::on_error::unraisable<minus_one>>;
using Terminate = ::gen_bindings::callback<int(int), ::gen_bindings::on_error::terminate<>>;

int call_total(const Deferred& score, int n) {
  const ::gen_bindings::probe::call call{"total"};
  const ::gen_bindings::contract::call contract{"total", "release"};
  ::gen_bindings::deferred_errors boundary;
  return boundary.run([&]() -> decltype(auto) {
    const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
    ::gen_bindings::probe::entered(::gen_bindings::promise::detached);
    ::gen_bindings::contract::expect(::gen_bindings::promise::detached, "its C++");
    return ::acme::total(score, n);
  });
}
int call_total_on_native_thread(const Deferred& score, int n) {
  ::gen_bindings::deferred_errors boundary;
  return boundary.run([&]() -> decltype(auto) {
    const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
    return ::acme::total_on_native_thread(score, n);
  });
}
// without a boundary, as a thread of the library's own calls back between two calls
void call_defer_on_native_thread(const Deferred& score) {
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::acme::total_on_native_thread(score, 1);
}
void call_fail_after(const Deferred& score) {
  ::gen_bindings::deferred_errors boundary;
  boundary.run([&]() -> decltype(auto) {
    const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
    return ::acme::fail_after(score);
  });
}
int call_total_unraisable(const Unraisable& score, int n) {
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  return ::acme::total(score, n);
}
int call_total_terminate(const Terminate& score, int n) {
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  return ::acme::total(score, n);
}

// release, with a shared_ptr that Python owns
void call_Store_keep(::acme::Store& self, const std::shared_ptr<::acme::Thing>& thing) {
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  self.keep(thing);
}
void call_Store_drop(::acme::Store& self) {
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  self.drop();
}

// destructor: release
std::shared_ptr<::acme::Worker> call_Worker_init(const Progress& progress) {
  return {new ::acme::Worker{progress}, ::gen_bindings::released_delete{}};
}

// What contract mode finds: a callable that is declared `release` and is not
void break_contract() {
  const ::gen_bindings::contract::call contract{"break_contract", "release"};
  ::gen_bindings::contract::expect(::gen_bindings::promise::detached, "its C++");
}

int parts_living() { return ::acme::Part::living; }
int parts_died_detached() { return ::acme::Part::died_detached; }

}  // namespace

BOOST_PYTHON_MODULE(sample) {
  namespace python = ::boost::python;
  if (!::gen_bindings::register_runtime()) python::throw_error_already_set();
  ::gen_bindings::register_python_error();
  ::gen_bindings::register_callback<double(double)>();
  ::gen_bindings::register_callback<void(std::string)>();
  ::gen_bindings::register_callback<int(int), Deferred::on_error>();
  ::gen_bindings::register_callback<int(int), Unraisable::on_error>();
  ::gen_bindings::register_callback<int(int), Terminate::on_error>();
  ::gen_bindings::register_probe();

  python::def("f", &call_f, (python::arg("progress"), python::arg("n") = 1));
  python::def("on_native_thread", &call_on_native_thread, (python::arg("progress")));
  python::def("remember", &call_remember, (python::arg("progress")));
  python::def("held", &call_held, (python::arg("n")));
  python::def("steered", &call_steered, (python::arg("say") = ::gen_bindings::builtin("print")));
  python::def("g", &call_g, (python::arg("progress"), python::arg("n") = 1.0));
  python::def("parts_living", &parts_living);
  python::def("parts_died_detached", &parts_died_detached);

  python::def("total", &call_total, (python::arg("score"), python::arg("n")));
  python::def("total_on_native_thread", &call_total_on_native_thread,
              (python::arg("score"), python::arg("n")));
  python::def("defer_on_native_thread", &call_defer_on_native_thread, (python::arg("score")));
  python::def("fail_after", &call_fail_after, (python::arg("score")));
  python::def("total_unraisable", &call_total_unraisable, (python::arg("score"), python::arg("n")));
  python::def("total_terminate", &call_total_terminate, (python::arg("score"), python::arg("n")));
  python::def("break_contract", &break_contract);

  python::class_<::acme::Thing, std::shared_ptr<::acme::Thing>, ::boost::noncopyable>("Thing");
  ::gen_bindings::register_shared_pointers<::acme::Thing>();
  define_locked();
  python::def("remember_thing", &::acme::remember_thing);
  python::class_<::acme::Store>("Store")
      .def("keep", &call_Store_keep, (python::arg("thing")))
      .def("kept", &::acme::Store::kept)
      .def("drop", &call_Store_drop);

  python::class_<::acme::Worker, std::shared_ptr<::acme::Worker>, ::boost::noncopyable>(
      "Worker", python::no_init)
      .def("__init__", python::make_constructor(&call_Worker_init));

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
