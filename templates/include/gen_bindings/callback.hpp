// callback<Signature>: a Python callable that C++ may call, copy and destroy in any state, on any
// thread.
#pragma once

#include <boost/python/converter/registry.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/object_core.hpp>
#include <boost/python/to_python_converter.hpp>
#include <boost/python/type_id.hpp>

#include <memory>
#include <new>

#include "admission.hpp"
#include "call_scope.hpp"
#include "contract.hpp"
#include "on_error.hpp"
#include "ownership.hpp"
#include "probe.hpp"
#include "python_call.hpp"
#include "python_reference.hpp"
#include "with_gil.hpp"

namespace gen_bindings {

/// Holds a Python callable, never none. Copies share it and do not touch its reference count; there
/// is no move, so that no callback is ever empty. Converts to std::function<Result(Arguments...)>
/// by itself.
///
/// `OnError` says what becomes of a Python error, and what C++ gets in place of a result: one of
/// on_error. Where the interpreter is closing, a thread that would have to attach gets that value
/// at once.
///
/// GIL: any state to copy, call and destroy, on any thread. It outlives the interpreter harmlessly.
template <class OnError, class Result, class... Arguments>
class callback<Result(Arguments...), OnError> {
  static_assert(!owns_python<Result(Arguments...)>,
                "a callback's arguments and result die in whatever state its caller is in, so they "
                "cannot own Python objects");
  static_assert(OnError::unwinds || detail::has_value<typename OnError::declared, Result>,
                "a callback that does not throw needs a declared value");

 public:
  using on_error = OnError;

  /// Holds `callable`. Implicit, because a callback is to C++ what the object is to Python.
  /// GIL: attached. Throws error_already_set with a TypeError if it cannot be called.
  callback(const boost::python::object& callable)
      : callable_{std::make_shared<const python_reference>(checked(callable.ptr()))} {}
  callback(const callback&) = default;
  callback& operator=(const callback&) = default;
  ~callback() = default;

  /// Attaches, converts the arguments, calls, converts the result, and restores the former state on
  /// every way out. References are passed to Python as copies; boost::ref() is Boost.Python's way
  /// to pass the object itself.
  ///
  /// GIL: any state on entry, attached for Python, unchanged on exit.
  ///
  /// An error of Python, a failed conversion's TypeError included, goes the way that `OnError`
  /// says. Where that does not throw, a C++ exception of a conversion goes the same way.
  Result operator()(Arguments... arguments) const {
    const admission admitted;
    if (!admitted) return detail::declared_value<typename OnError::declared, Result>();
    const with_gil gil;
    probe::entered_callback();
    contract::expect(promise::attached, "a callback");
    return detail::heed_errors<OnError, Result>(callable_->get(), [&]() -> Result {
      return detail::call_python<Result>(callable_->get(), arguments...);
    });
  }

  /// The Python callable. GIL: attached.
  [[nodiscard]] boost::python::object callable() const {
    return boost::python::object{
        boost::python::handle<>{boost::python::borrowed(callable_->get())}};
  }

 private:
  static PyObject* checked(PyObject* object) {
    if (PyCallable_Check(object) == 0) {
      PyErr_Format(PyExc_TypeError, "'%.200s' object is not callable", Py_TYPE(object)->tp_name);
      boost::python::throw_error_already_set();
    }
    Py_INCREF(object);
    return object;
  }

  std::shared_ptr<const python_reference> callable_;
};

namespace detail {

/// Boost.Python's converters for one callback type.
template <class Callback>
struct callback_converter {
  static void* convertible(PyObject* object) {
    return PyCallable_Check(object) != 0 ? object : nullptr;
  }

  static void construct(PyObject* object,
                        boost::python::converter::rvalue_from_python_stage1_data* data) {
    const conversion_scope<Callback> conversion;
    namespace python = boost::python;
    using storage = python::converter::rvalue_from_python_storage<Callback>;
    void* const bytes = reinterpret_cast<storage*>(data)->storage.bytes;
    new (bytes) Callback{python::object{python::handle<>{python::borrowed(object)}}};
    data->convertible = bytes;
  }

  static PyObject* convert(const Callback& callback) {
    const conversion_scope<Callback> conversion;
    return boost::python::incref(callback.callable().ptr());
  }

  // For docstrings. "object", as CPython has no type that stands for what can be called.
  static const PyTypeObject* get_pytype() { return &PyBaseObject_Type; }
};

}  // namespace detail

/// Teaches Boost.Python to convert any callable to callback<Signature, OnError>, and that back to
/// the identical object. None is no callable. Does nothing where the type is known already, from
/// another module too.
///
/// GIL: attached, inside the module's initialisation.
template <class Signature, class OnError = on_error::propagate<>>
void register_callback() {
  namespace python = boost::python;
  using type = callback<Signature, OnError>;
  using converter = detail::callback_converter<type>;
  const python::converter::registration* const known =
      python::converter::registry::query(python::type_id<type>());
  if (known != nullptr && known->m_to_python != nullptr) return;
  python::converter::registry::push_back(&converter::convertible, &converter::construct,
                                         python::type_id<type>(), &converter::get_pytype);
  python::to_python_converter<type, converter, true>();
}

}  // namespace gen_bindings
