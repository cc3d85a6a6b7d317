// A second module on the same library, with a callback type of its own.
#include <boost/python/args.hpp>
#include <boost/python/def.hpp>
#include <boost/python/module.hpp>

#include <functional>

#include "functions.hpp"
#include "gen_bindings/callback.hpp"
#include "gen_bindings/function_converter.hpp"
#include "gen_bindings/gil.hpp"
#include "gen_bindings/optional_callback.hpp"
#include "gen_bindings/python_error.hpp"
#include "gen_bindings/runtime.hpp"

namespace {

struct minus_two {
  static int value() { return -2; }
};
using Score =
    ::gen_bindings::optional_callback<int(int), ::gen_bindings::on_error::unraisable<minus_two>>;

void set_score(::acme::Widget& widget, const Score& value) {
  widget.score = value;
}
std::function<int(int)> get_score(const ::acme::Widget& widget) {
  return widget.score;
}

}  // namespace

BOOST_PYTHON_MODULE(more_functions) {
  namespace python = ::boost::python;
  if (!::gen_bindings::register_runtime()) python::throw_error_already_set();
  ::gen_bindings::register_optional_callback<int(int), Score::callback_type::on_error>();
  ::gen_bindings::register_function<int(int), Score::callback_type::on_error>();
  ::gen_bindings::register_python_error();

  python::def("set_score", &set_score, (python::arg("widget"), python::arg("value")));
  python::def("get_score", &get_score, (python::arg("widget")));
}
