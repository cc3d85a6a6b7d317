// Measures what a callback costs on a native thread, in nanoseconds.
#include <boost/python/def.hpp>
#include <boost/python/module.hpp>

#include "gen_bindings/callback.hpp"
#include "gen_bindings/runtime.hpp"
#include "stopwatch.hpp"

namespace {

using callback = gen_bindings::callback<void()>;

// With a thread state of its own for each call.
double fresh(const callback& callable, long times) {
  PyObject* const python = callable.callable().ptr();
  return nanoseconds_each_on_native_thread(times, [&] { call_with_fresh_state(python); });
}

double called(const callback& callable, long times) {
  return nanoseconds_each_on_native_thread(times, [&] { callable(); });
}

}  // namespace

BOOST_PYTHON_MODULE(callbacks) {
  if (!gen_bindings::register_runtime()) boost::python::throw_error_already_set();
  gen_bindings::register_callback<void()>();
  boost::python::def("fresh", fresh);
  boost::python::def("called", called);
}
