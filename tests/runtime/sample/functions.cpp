// Bindings of callback fields and of functions as results, written by hand as the generator prints
// them.
#include <boost/python/args.hpp>
#include <boost/python/class.hpp>
#include <boost/python/copy_const_reference.hpp>
#include <boost/python/def.hpp>
#include <boost/python/default_call_policies.hpp>
#include <boost/python/docstring_options.hpp>
#include <boost/python/make_constructor.hpp>
#include <boost/python/module.hpp>
#include <boost/python/return_value_policy.hpp>

#include <functional>
#include <memory>
#include <string>

#include "functions.hpp"
#include "gen_bindings/call_scope.hpp"
#include "gen_bindings/callback.hpp"
#include "gen_bindings/deferred_errors.hpp"
#include "gen_bindings/function_converter.hpp"
#include "gen_bindings/gil.hpp"
#include "gen_bindings/optional_callback.hpp"
#include "gen_bindings/ownership.hpp"
#include "gen_bindings/promise.hpp"
#include "gen_bindings/python_error.hpp"
#include "gen_bindings/released_delete.hpp"
#include "gen_bindings/runtime.hpp"

namespace {

struct minus_one {
  static int value() { return -1; }
};
using Done = ::gen_bindings::optional_callback<void(double)>;
using Score =
    ::gen_bindings::optional_callback<int(int), ::gen_bindings::on_error::deferred<minus_one>>;
using StrictScore = ::gen_bindings::optional_callback<int(int)>;

// a callback field, hold
std::function<void(double)> get_Widget_on_done(const ::acme::Widget& self) {
  const ::gen_bindings::call_scope call{"Widget.on_done.get", "hold"};
  ::gen_bindings::entered(::gen_bindings::promise::attached);
  return self.on_done;
}
void set_Widget_on_done(::acme::Widget& self, const Done& value) {
  const ::gen_bindings::call_scope call{"Widget.on_done.set", "hold"};
  ::gen_bindings::entered(::gen_bindings::promise::attached);
  self.on_done = value;
}

// the same field, release
std::function<void(double)> get_Widget_on_done_released(const ::acme::Widget& self) {
  static_assert(!::gen_bindings::owns_python<std::function<void(double)>>, "Widget.on_done");
  const ::gen_bindings::call_scope call{"Widget.on_done_released.get", "release"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::entered(::gen_bindings::promise::detached);
  return self.on_done;
}
void set_Widget_on_done_released(::acme::Widget& self, const Done& value) {
  static_assert(!::gen_bindings::owns_python<Done>, "Widget.on_done: value");
  const ::gen_bindings::call_scope call{"Widget.on_done_released.set", "release"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::entered(::gen_bindings::promise::detached);
  self.on_done = value;
}

// a field of two callback types, which differ in onError
std::function<int(int)> get_Widget_score(const ::acme::Widget& self) {
  return self.score;
}
void set_Widget_score(::acme::Widget& self, const Score& value) {
  self.score = value;
}
void set_Widget_strict_score(::acme::Widget& self, const StrictScore& value) {
  self.score = value;
}

// release
void call_Widget_finish(const ::acme::Widget& self, double fraction) {
  const ::gen_bindings::call_scope call{"Widget.finish", "release"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::entered(::gen_bindings::promise::detached);
  self.finish(fraction);
}
void call_Widget_finish_on_native_thread(const ::acme::Widget& self, double fraction) {
  const ::gen_bindings::call_scope call{"Widget.finish_on_native_thread", "release"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::entered(::gen_bindings::promise::detached);
  self.finish_on_native_thread(fraction);
}
void call_Widget_clear_on_native_thread(::acme::Widget& self) {
  const ::gen_bindings::call_scope call{"Widget.clear_on_native_thread", "release"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::entered(::gen_bindings::promise::detached);
  self.clear_on_native_thread();
}
void call_Widget_replace_twice(::acme::Widget& self, const Done& first, const Done& second) {
  const ::gen_bindings::call_scope call{"Widget.replace_twice", "release"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::entered(::gen_bindings::promise::detached);
  self.on_done = first;
  self.on_done = second;
}
std::shared_ptr<::acme::Widget> call_Widget_copied(const ::acme::Widget& self) {
  const ::gen_bindings::call_scope call{"Widget.copied", "release"};
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::gen_bindings::entered(::gen_bindings::promise::detached);
  return {new ::acme::Widget{self}, ::gen_bindings::released_delete{}};
}
// hold, a function of C++ as result
std::function<int(int)> call_Widget_twice_scored(const ::acme::Widget& self) {
  const ::gen_bindings::call_scope call{"Widget.twice_scored", "hold"};
  ::gen_bindings::entered(::gen_bindings::promise::attached);
  return self.twice_scored();
}
// destructor: release
std::shared_ptr<::acme::Widget> call_Widget_init() {
  return {new ::acme::Widget, ::gen_bindings::released_delete{}};
}

// What contract mode finds: a call policy that releases the GIL, and so leaves the conversions to a
// thread that is detached.
struct release_in_policy : ::boost::python::default_call_policies {
  template <class Arguments>
  static bool precall(const Arguments&) {
    state = PyEval_SaveThread();
    return true;
  }
  template <class Arguments>
  static PyObject* postcall(const Arguments&, PyObject* result) {
    PyEval_RestoreThread(state);
    return result;
  }
  inline static PyThreadState* state = nullptr;
};

}  // namespace

BOOST_PYTHON_MODULE(functions) {
  namespace python = ::boost::python;
  if (!::gen_bindings::register_runtime()) python::throw_error_already_set();
  const python::docstring_options docstrings{true, true, false};
  ::gen_bindings::register_optional_callback<void(double)>();
  ::gen_bindings::register_optional_callback<int(int), Score::callback_type::on_error>();
  ::gen_bindings::register_optional_callback<int(int)>();
  ::gen_bindings::register_function<void(double)>();
  ::gen_bindings::register_function<int(int), Score::callback_type::on_error>();
  ::gen_bindings::register_function<int(int)>();
  ::gen_bindings::register_function<int(int)>();  // a module may say so twice
  ::gen_bindings::register_function<double(double)>();
  ::gen_bindings::register_function<void(::acme::Label&, const std::string&)>();
  ::gen_bindings::register_function<const std::string&(std::string&&)>();
  ::gen_bindings::register_function<void()>();
  ::gen_bindings::register_python_error();

  python::class_<::acme::Widget, std::shared_ptr<::acme::Widget>, ::boost::noncopyable>(
      "Widget", python::no_init)
      .def("__init__", python::make_constructor(&call_Widget_init))
      .add_property("on_done", &get_Widget_on_done, &set_Widget_on_done)
      .add_property("on_done_released", &get_Widget_on_done_released, &set_Widget_on_done_released)
      .add_property("score", &get_Widget_score, &set_Widget_score)
      .add_property("strict_score", &get_Widget_score, &set_Widget_strict_score)
      .def("finish", &call_Widget_finish, (python::arg("fraction")))
      .def("finish_on_native_thread", &call_Widget_finish_on_native_thread,
           (python::arg("fraction")))
      .def("clear_on_native_thread", &call_Widget_clear_on_native_thread)
      .def("replace_twice", &call_Widget_replace_twice,
           (python::arg("first"), python::arg("second")))
      .def("copied", &call_Widget_copied)
      .def("twice_scored", &call_Widget_twice_scored);

  python::class_<::acme::Table>("Table", python::init<double>())
      .def("scaled", &::acme::Table::scaled,
           python::return_value_policy<python::copy_const_reference>());
  python::class_<::acme::Label>("Label").def_readonly("n", &::acme::Label::n);
  python::def("appender", &::acme::appender);
  python::def("keeper", &::acme::keeper);
  python::def("failing", &::acme::failing);
  python::def("convert_argument_detached", &set_Widget_score, release_in_policy{});
  python::def("convert_result_detached", &::acme::appender, release_in_policy{});
}
