// call_override(): a virtual method called by C++, which Python may override.
#pragma once

#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>

#include <memory>
#include <type_traits>

#include "admission.hpp"
#include "base_call.hpp"
#include "contract.hpp"
#include "on_error.hpp"
#include "override_lookup.hpp"
#include "ownership.hpp"
#include "probe.hpp"
#include "promise.hpp"
#include "python_call.hpp"
#include "trampoline.hpp"
#include "with_gil.hpp"
#include "without_gil.hpp"

namespace gen_bindings {

namespace detail {

template <class Self, class OnError, class Result, class... Arguments>
constexpr void check_override() noexcept {
  static_assert(std::is_base_of_v<trampoline, Self> && std::is_final_v<Self>,
                "overrides are called for a trampoline, which nothing is derived from");
  static_assert(!owns_python<Result(Arguments...)>,
                "a virtual method's arguments and result die in whatever state its caller is in, "
                "so they cannot own Python objects");
  static_assert(OnError::unwinds || has_value<typename OnError::declared, Result>,
                "a virtual method that does not throw needs a declared value");
}

/// The Python object of `self` if it overrides `method`, else null. GIL: attached.
template <class Class>
boost::python::handle<> overriding(const trampoline& self, const overridable<Class>& method) {
  PyObject* const object = self.object();
  if (object == nullptr) return {};
  if (!overridden(object, method.exposing_class(), method.python_name())) return {};
  return boost::python::handle<>{boost::python::borrowed(object)};
}

/// Calls the override of `method` in `object`. GIL: attached.
template <class OnError, class Result, class... Arguments>
Result call_in_python(PyObject* object, const overridable_method& method,
                      const Arguments&... arguments) {
  namespace python = boost::python;
  probe::entered_override(method.callable());
  const contract::call call{method.callable(), "override"};
  contract::expect(promise::attached, "its override");
  PyObject* const name = method.python_name();
  const python::handle<> callable{python::allow_null(enter_python(
      [&] { return name == nullptr ? PyErr_NoMemory() : PyObject_GetAttr(object, name); }))};
  PyObject* const source = callable ? callable.get() : object;
  return heed_errors<OnError, Result>(source, [&]() -> Result {
    if (!callable) throw python::error_already_set{};
    return call_python<Result>(callable.get(), arguments...);
  });
}

/// Raises NotImplementedError, the way that `OnError` says. GIL: attached.
template <class OnError, class Result>
Result not_implemented(const overridable_method& method) {
  return heed_errors<OnError, Result>(nullptr, [&]() -> Result {
    PyErr_Format(PyExc_NotImplementedError, "%s() is pure virtual and is not overridden",
                 method.callable());
    throw boost::python::error_already_set{};
  });
}

/// The policy for an error of a call that came from Python: it goes back there, if need be when C++
/// has returned.
template <class OnError>
using back_to_python =
    std::conditional_t<OnError::unwinds, OnError, on_error::deferred<typename OnError::declared>>;

}  // namespace detail

/// Says whether an override is noexcept: where the function that it overrides is.
template <bool Noexcept, class OnError>
struct override_of {
  static_assert(!Noexcept || !OnError::unwinds,
                "a virtual function that is noexcept lets no Python error through: declare another "
                "onError");
  static constexpr bool is_noexcept = Noexcept;
};

/// The body of a trampoline's method: calls the Python override, or `base`, which calls the
/// implementation in C++ by its qualified name, where there is none.
///
///     double area(double scale) const override {
///       return ::gen_bindings::call_override<double, ::gen_bindings::on_error::propagate<>,
///                                            ::gen_bindings::overrides::any>(
///           *this, gen_bindings_override_Shape_area,
///           [&]() -> double { return ::acme::Shape::area(scale); }, scale);
///     }
///
/// `OnError` (on_error.hpp) says what becomes of an error of Python, a result of a wrong type
/// included, and gives the value for C++ where Python gives none. `Mode`, one of overrides, says
/// what counts as an override. Arguments are passed to Python as copies; boost::ref() passes the
/// object itself.
///
/// GIL: any state on entry, on any thread, unchanged on exit. Attached for the look-up, the call
/// and the conversion of its result; detached for `base`. A thread that would have to attach when
/// the interpreter is closing gets the declared value where the object's class was subclassed, and
/// otherwise calls `base`. Throws what `OnError` and `base` throw.
template <class Result, class OnError, class Mode, class Self, class Class, class Base,
          class... Arguments>
Result call_override(const Self& self, const overridable<Class>& method, const Base& base,
                     const Arguments&... arguments) {
  detail::check_override<Self, OnError, Result, Arguments...>();
  const trampoline& its_trampoline = self;
  if (!base_call::announced(std::addressof(self), method) &&
      its_trampoline.may_be_overridden<Mode>()) {
    const admission admitted;
    if (admitted) {
      const with_gil gil;
      if (const auto object = detail::overriding(its_trampoline, method))
        return detail::call_in_python<OnError, Result>(object.get(), method, arguments...);
    } else if (its_trampoline.subclassed()) {
      return detail::declared_value<typename OnError::declared, Result>();
    }
  }
  const without_gil region;
  probe::entered_base(method.callable());
  const contract::call call{method.callable(), "override"};
  contract::expect(promise::detached, "its implementation in C++");
  return base();
}

/// The same for a method that is pure virtual. Without an override, and without a Python object,
/// NotImplementedError goes the way that `OnError` says; if it is Python that asks for the missing
/// implementation, as by super(), it goes back there, by deferred_errors where C++ must not throw.
template <class Result, class OnError, class Mode, class Self, class Class, class... Arguments>
Result call_pure_override(const Self& self, const overridable<Class>& method,
                          const Arguments&... arguments) {
  detail::check_override<Self, OnError, Result, Arguments...>();
  const trampoline& its_trampoline = self;
  const bool from_python = base_call::announced(std::addressof(self), method);
  const admission admitted;
  if (!admitted) return detail::declared_value<typename OnError::declared, Result>();
  const with_gil gil;
  if (from_python) return detail::not_implemented<detail::back_to_python<OnError>, Result>(method);
  if (its_trampoline.may_be_overridden<Mode>()) {
    if (const auto object = detail::overriding(its_trampoline, method))
      return detail::call_in_python<OnError, Result>(object.get(), method, arguments...);
  }
  return detail::not_implemented<OnError, Result>(method);
}

}  // namespace gen_bindings
