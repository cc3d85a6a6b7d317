// Bindings of virtual methods and of destructors, written by hand as the generator prints them.
#include <boost/python/args.hpp>
#include <boost/python/class.hpp>
#include <boost/python/def.hpp>
#include <boost/python/extract.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/make_constructor.hpp>
#include <boost/python/module.hpp>
#include <boost/python/object.hpp>
#include <boost/python/with_custodian_and_ward.hpp>

#include <memory>
#include <string>

#include "callers.hpp"
#include "engines.hpp"
#include "gen_bindings/base_call.hpp"
#include "gen_bindings/call_override.hpp"
#include "gen_bindings/callback.hpp"
#include "gen_bindings/contract.hpp"
#include "gen_bindings/deferred_errors.hpp"
#include "gen_bindings/gil.hpp"
#include "gen_bindings/on_error.hpp"
#include "gen_bindings/override_lookup.hpp"
#include "gen_bindings/owner.hpp"
#include "gen_bindings/probe.hpp"
#include "gen_bindings/probe_module.hpp"
#include "gen_bindings/python_error.hpp"
#include "gen_bindings/runtime.hpp"
#include "gen_bindings/shared_pointer.hpp"
#include "gen_bindings/trampoline.hpp"
#include "shapes.hpp"

namespace {

using namespace callers;

struct minus_one {
  static int value() noexcept { return -1; }
};

const acme::Epilogue epilogue;

// Shape: overrides any, onError propagate
const ::gen_bindings::overridable<::acme::Shape> override_Shape_area{"area", "Shape.area"};
const ::gen_bindings::overridable<::acme::Shape> override_Shape_name{"name", "Shape.name"};
const ::gen_bindings::overridable<::acme::Shape> override_Shape_on{"on", "Shape.on"};

class trampoline_Shape final : public ::gen_bindings::trampoline, public ::acme::Shape {
 public:
  using ::acme::Shape::Shape;
  double area(double scale) const override {
    return ::gen_bindings::call_override<double, ::gen_bindings::on_error::propagate<>,
                                         ::gen_bindings::overrides::any>(
        *this, override_Shape_area, [&]() -> double { return ::acme::Shape::area(scale); }, scale);
  }
  std::string name() override {
    return ::gen_bindings::call_override<std::string, ::gen_bindings::on_error::propagate<>,
                                         ::gen_bindings::overrides::any>(
        *this, override_Shape_name, [&]() -> std::string { return ::acme::Shape::name(); });
  }
  std::string on(int event) override {
    return ::gen_bindings::call_override<std::string, ::gen_bindings::on_error::propagate<>,
                                         ::gen_bindings::overrides::any>(
        *this, override_Shape_on, [&]() -> std::string { return ::acme::Shape::on(event); }, event);
  }
  std::string on(const std::string& event) const override {
    return ::gen_bindings::call_override<std::string, ::gen_bindings::on_error::propagate<>,
                                         ::gen_bindings::overrides::any>(
        *this, override_Shape_on, [&]() -> std::string { return ::acme::Shape::on(event); }, event);
  }
};

// destructor: hold
::gen_bindings::owner<::acme::Shape> call_Shape_init(double side) {
  return ::gen_bindings::own<::acme::Shape>(new trampoline_Shape(side));
}

double call_Shape_area(const ::acme::Shape& self, double scale) {
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  const ::gen_bindings::base_call base{self, override_Shape_area};
  return self.area(scale);
}
std::string call_Shape_name(::acme::Shape& self) {
  const ::gen_bindings::base_call base{self, override_Shape_name};
  return self.name();
}
std::string call_Shape_on_1(::acme::Shape& self, int event) {
  const ::gen_bindings::base_call base{self, override_Shape_on};
  return self.on(event);
}
std::string call_Shape_on_2(const ::acme::Shape& self, const std::string& event) {
  const ::gen_bindings::base_call base{self, override_Shape_on};
  return self.on(event);
}

// Circle: inherits what can be overridden; exposes nothing of it anew
const ::gen_bindings::overridable<::acme::Circle> override_Circle_area{"area", "Circle.area"};
const ::gen_bindings::overridable<::acme::Circle> override_Circle_name{"name", "Circle.name"};

class trampoline_Circle final : public ::gen_bindings::trampoline, public ::acme::Circle {
 public:
  using ::acme::Circle::Circle;
  double area(double scale) const override {
    return ::gen_bindings::call_override<double, ::gen_bindings::on_error::propagate<>,
                                         ::gen_bindings::overrides::any>(
        *this, override_Circle_area, [&]() -> double { return ::acme::Circle::area(scale); },
        scale);
  }
  std::string name() override {
    return ::gen_bindings::call_override<std::string, ::gen_bindings::on_error::propagate<>,
                                         ::gen_bindings::overrides::any>(
        *this, override_Circle_name, [&]() -> std::string { return ::acme::Circle::name(); });
  }
};

::gen_bindings::owner<::acme::Circle> call_Circle_init(double side) {
  return ::gen_bindings::own<::acme::Circle>(new trampoline_Circle(side));
}

// Gauge: overrides subclass, onError unraisable with -1, noexcept
const ::gen_bindings::overridable<::acme::Gauge> override_Gauge_read{"read", "Gauge.read"};

class trampoline_Gauge final : public ::gen_bindings::trampoline, public ::acme::Gauge {
 public:
  using ::acme::Gauge::Gauge;
  int read(const std::string& unit) const noexcept override {
    return ::gen_bindings::call_override<int, ::gen_bindings::on_error::unraisable<minus_one>,
                                         ::gen_bindings::overrides::subclass>(
        *this, override_Gauge_read, [&]() -> int { return ::acme::Gauge::read(unit); }, unit);
  }
};

::gen_bindings::owner<::acme::Gauge> call_Gauge_init() {
  return ::gen_bindings::own<::acme::Gauge>(new trampoline_Gauge());
}
int call_Gauge_read(const ::acme::Gauge& self, const std::string& unit) {
  const ::gen_bindings::base_call base{self, override_Gauge_read};
  return self.read(unit);
}

// Rule: pure, onError deferred with -1
const ::gen_bindings::overridable<::acme::Rule> override_Rule_compare{"compare", "Rule.compare"};

class trampoline_Rule final : public ::gen_bindings::trampoline, public ::acme::Rule {
 public:
  using ::acme::Rule::Rule;
  int compare(int left, int right) const override {
    return ::gen_bindings::call_pure_override<int, ::gen_bindings::on_error::deferred<minus_one>,
                                              ::gen_bindings::overrides::subclass>(
        *this, override_Rule_compare, left, right);
  }
};

::gen_bindings::owner<::acme::Rule> call_Rule_init() {
  return ::gen_bindings::own<::acme::Rule>(new trampoline_Rule());
}
int call_Rule_compare(const ::acme::Rule& self, int left, int right) {
  ::gen_bindings::deferred_errors boundary;
  return boundary.run([&]() -> decltype(auto) {
    const ::gen_bindings::base_call base{self, override_Rule_compare};
    return self.compare(left, right);
  });
}

// Task: pure, onError propagate
const ::gen_bindings::overridable<::acme::Task> override_Task_run{"run", "Task.run"};

class trampoline_Task final : public ::gen_bindings::trampoline, public ::acme::Task {
 public:
  using ::acme::Task::Task;
  int run(int argument) override {
    return ::gen_bindings::call_pure_override<int, ::gen_bindings::on_error::propagate<>,
                                              ::gen_bindings::overrides::any>(
        *this, override_Task_run, argument);
  }
};

::gen_bindings::owner<::acme::Task> call_Task_init() {
  return ::gen_bindings::own<::acme::Task>(new trampoline_Task());
}
int call_Task_run(::acme::Task& self, int argument) {
  const ::gen_bindings::base_call base{self, override_Task_run};
  return self.run(argument);
}

// Vital: onError terminate
const ::gen_bindings::overridable<::acme::Vital> override_Vital_beat{"beat", "Vital.beat"};
const ::gen_bindings::overridable<::acme::Vital> override_Vital_stop{"stop", "Vital.stop"};

class trampoline_Vital final : public ::gen_bindings::trampoline, public ::acme::Vital {
 public:
  using ::acme::Vital::Vital;
  int beat() override {
    return ::gen_bindings::call_override<int, ::gen_bindings::on_error::terminate<>,
                                         ::gen_bindings::overrides::any>(
        *this, override_Vital_beat, [&]() -> int { return ::acme::Vital::beat(); });
  }
  int stop() override {
    return ::gen_bindings::call_pure_override<int, ::gen_bindings::on_error::terminate<>,
                                              ::gen_bindings::overrides::any>(*this,
                                                                              override_Vital_stop);
  }
};

::gen_bindings::owner<::acme::Vital> call_Vital_init() {
  return ::gen_bindings::own<::acme::Vital>(new trampoline_Vital());
}

int call_Vital_stop(::acme::Vital& self) {
  ::gen_bindings::deferred_errors boundary;
  return boundary.run([&]() -> decltype(auto) {
    const ::gen_bindings::base_call base{self, override_Vital_stop};
    return self.stop();
  });
}

// C++ calls while the object is made: the trampoline has no Python object yet.
::gen_bindings::owner<::acme::Shape> call_Early_init(double side) {
  auto made = ::gen_bindings::own<::acme::Shape>(new trampoline_Shape(side));
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::acme::on_native_thread([&] { return made.get()->area(7); });
  return made;
}

int base_calls() { return ::acme::base_calls.exchange(0); }
int base_calls_attached() { return ::acme::base_calls_attached.exchange(0); }

// A method of another kind, as another binding generator or CPython itself would put it into the
// class: it calls the virtual method as our body does.
PyObject* area_as_builtin(PyObject* self, PyObject* argument) {
  const ::acme::Shape& shape = ::boost::python::extract<const ::acme::Shape&>{self};
  return PyFloat_FromDouble(call_Shape_area(shape, PyFloat_AsDouble(argument)));
}
PyMethodDef area_definition{"area", &area_as_builtin, METH_O, nullptr};
::boost::python::object builtin_area(const ::boost::python::object& type) {
  namespace python = ::boost::python;
  return python::object{python::handle<>{
      PyDescr_NewMethod(reinterpret_cast<PyTypeObject*>(type.ptr()), &area_definition)}};
}

// Engine: destructor release
using Work = ::gen_bindings::callback<int(int), ::gen_bindings::on_error::propagate<minus_one>>;
using OwnedEngine = ::gen_bindings::owner<::acme::Engine, std::shared_ptr<::acme::Engine>,
                                          ::gen_bindings::destructor::released>;

OwnedEngine call_Engine_init(const std::string& name, const Work& work) {
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  return ::gen_bindings::own<::acme::Engine, std::shared_ptr<::acme::Engine>,
                             ::gen_bindings::destructor::released>(new ::acme::Engine(name, work));
}
int call_Engine_turn(::acme::Engine& self) { return self.turn(); }

// shared_ptr results that C++ made
std::shared_ptr<::acme::Engine> call_make_engine(const std::string& name,
                                                 const ::acme::Gauge& gauge) {
  return ::acme::make_engine(name, gauge);
}
std::shared_ptr<::acme::Engine> call_shared_engine(const std::string& name, const Work& work) {
  ::acme::shared_engine = std::make_shared<::acme::Engine>(name, work);
  return ::acme::shared_engine;
}
void call_share_engine(::acme::Engine& engine) {
  ::acme::shared_engine = engine.shared_from_this();
}
void call_drop_shared_engine() {
  const ::gen_bindings::without_gil region{::gen_bindings::known_attached};
  ::acme::shared_engine.reset();
}
void call_drop_shared_engine_attached() { ::acme::shared_engine.reset(); }
std::shared_ptr<::acme::Engine> call_no_engine() { return {}; }
std::shared_ptr<::acme::Engine> call_same_engine(const std::shared_ptr<::acme::Engine>& engine) {
  return engine;
}

// A plain pointer that Python is to own
OwnedEngine call_new_engine(const std::string& name, const Work& work) {
  return OwnedEngine{new ::acme::Engine(name, work)};
}

}  // namespace

BOOST_PYTHON_MODULE(virtuals) {
  namespace python = ::boost::python;
  if (!::gen_bindings::register_runtime()) python::throw_error_already_set();
  ::gen_bindings::register_python_error();
  ::gen_bindings::register_probe();
  ::gen_bindings::register_callback<int(int), Work::on_error>();

  python::class_<::acme::Shape, std::shared_ptr<::acme::Shape>, ::boost::noncopyable>(
      "Shape", python::no_init)
      .def("__init__",
           python::make_constructor(&call_Shape_init, ::gen_bindings::adopting<::acme::Shape>(),
                                    (python::arg("side"))))
      .def("area", &call_Shape_area, (python::arg("scale") = 1.0))
      .def("name", &call_Shape_name)
      .def("on", &call_Shape_on_2)
      .def("on", &call_Shape_on_1)
      .add_property("constructed_with", &::acme::Shape::constructed_with);
  ::gen_bindings::register_shared_pointers<::acme::Shape>();
  python::class_<::acme::Circle, python::bases<::acme::Shape>, std::shared_ptr<::acme::Circle>,
                 ::boost::noncopyable>("Circle", python::no_init)
      .def("__init__",
           python::make_constructor(&call_Circle_init, ::gen_bindings::adopting<::acme::Circle>(),
                                    (python::arg("side"))));
  python::class_<::acme::Gauge, ::boost::noncopyable>("Gauge", python::no_init)
      .def("__init__",
           python::make_constructor(&call_Gauge_init, ::gen_bindings::adopting<::acme::Gauge>()))
      .def("read", &call_Gauge_read, (python::arg("unit")));
  python::class_<::acme::Rule, ::boost::noncopyable>("Rule", python::no_init)
      .def("__init__",
           python::make_constructor(&call_Rule_init, ::gen_bindings::adopting<::acme::Rule>()))
      .def("compare", &call_Rule_compare, (python::arg("left"), python::arg("right")));
  python::class_<::acme::Task, ::boost::noncopyable>("Task", python::no_init)
      .def("__init__",
           python::make_constructor(&call_Task_init, ::gen_bindings::adopting<::acme::Task>()))
      .def("run", &call_Task_run, (python::arg("argument")));
  python::class_<::acme::Vital, ::boost::noncopyable>("Vital", python::no_init)
      .def("__init__",
           python::make_constructor(&call_Vital_init, ::gen_bindings::adopting<::acme::Vital>()))
      .def("stop", &call_Vital_stop);
  python::class_<::acme::Engine, std::shared_ptr<::acme::Engine>, ::boost::noncopyable>(
      "Engine", python::no_init)
      .def("__init__", python::make_constructor(&call_Engine_init, python::default_call_policies(),
                                                (python::arg("name"), python::arg("work"))))
      .def("turn", &call_Engine_turn);
  ::gen_bindings::register_shared_pointers<::acme::Engine, ::gen_bindings::destructor::released>();
  ::gen_bindings::register_owner<::acme::Engine, std::shared_ptr<::acme::Engine>,
                                 ::gen_bindings::destructor::released>();

  python::def("early", python::make_constructor(&call_Early_init,
                                                ::gen_bindings::adopting<::acme::Shape>()));
  python::def("make_square", &::acme::make_square);
  python::def("area_attached", &area_attached);
  python::def("area_detached", &area_detached);
  python::def("area_on_native_thread", &area_on_native_thread);
  python::def("name_of", &name_of);
  python::def("tell_number", &tell_number);
  python::def("tell_text", &tell_text);
  python::def("read_detached", &read_detached);
  python::def("read_while_gil_is_held", &read_while_gil_is_held);
  python::def("compare_on_native_thread", &compare_on_native_thread);
  python::def("compare_detached", &compare_detached);
  python::def("run", &run);
  python::def("beat", &beat);
  python::def("keep", &keep);
  python::def("kept_area", &kept_area);
  python::def("kept_area_while_gil_is_held", &kept_area_while_gil_is_held);
  python::def("forget_kept", &forget_kept);
  python::def("point_at", &point_at);
  python::def("pointed_area", &pointed_area);
  python::def("base_calls", &base_calls);
  python::def("base_calls_attached", &base_calls_attached);
  python::def("builtin_area", &builtin_area);
  python::def("make_engine", &call_make_engine, python::with_custodian_and_ward_postcall<0, 2>());
  python::def("shared_engine", &call_shared_engine);
  python::def("drop_shared_engine", &call_drop_shared_engine);
  python::def("share_engine", &call_share_engine);
  python::def("drop_shared_engine_attached", &call_drop_shared_engine_attached);
  python::def("no_engine", &call_no_engine);
  python::def("same_engine", &call_same_engine);
  python::def("new_engine", &call_new_engine);
}
