// optional_callback<Signature>: a Python callable or None, for fields that hold a std::function.
#pragma once

#include <boost/python/converter/registry.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object_core.hpp>
#include <boost/python/refcount.hpp>
#include <boost/python/type_id.hpp>

#include <functional>
#include <new>
#include <optional>
#include <utility>

#include "call_scope.hpp"
#include "callback.hpp"
#include "promise.hpp"

namespace gen_bindings {

/// What a callback field is set to: a callback, or none. Converts to std::function<Signature> by
/// itself, to an empty one for none.
///
/// GIL: any state to copy, convert, and destroy, on any thread. What it was converted to may be
/// replaced, copied, called and destroyed in any state too, as callback<> says.
///
/// A field owns the callable. Where the callable owns the object of the field, as a bound method
/// of it does, the two keep each other alive until the field is set to None: Python's collector of
/// cycles does not see what C++ holds.
template <class Signature, class OnError = on_error::propagate<>>
class optional_callback {
 public:
  using callback_type = callback<Signature, OnError>;

  /// Holds none.
  optional_callback() noexcept = default;
  /// Holds `held`.
  optional_callback(callback_type held) : callback_{std::move(held)} {}

  /// True if it holds a callback. GIL: any state.
  explicit operator bool() const noexcept { return callback_.has_value(); }

  /// The callback, or an empty function. GIL: any state.
  operator std::function<Signature>() const {
    if (!callback_) return {};
    return *callback_;
  }

 private:
  std::optional<callback_type> callback_;
};

namespace detail {

/// Boost.Python's converter for one type of optional callback.
template <class Optional>
struct optional_callback_converter {
  static void* convertible(PyObject* object) {
    return object == Py_None || PyCallable_Check(object) != 0 ? object : nullptr;
  }

  static void construct(PyObject* object,
                        boost::python::converter::rvalue_from_python_stage1_data* data) {
    const conversion_scope<Optional> conversion;
    namespace python = boost::python;
    using storage = python::converter::rvalue_from_python_storage<Optional>;
    void* const bytes = reinterpret_cast<storage*>(data)->storage.bytes;
    if (object == Py_None) {
      new (bytes) Optional{};
    } else {
      const python::object callable{python::handle<>{python::borrowed(object)}};
      new (bytes) Optional{typename Optional::callback_type{callable}};
    }
    data->convertible = bytes;
  }

  static const PyTypeObject* get_pytype() { return &PyBaseObject_Type; }
};

}  // namespace detail

/// Teaches Boost.Python to make an optional_callback<Signature, OnError> of any callable, and of
/// None. Does nothing where the type is known already, from another module too.
///
/// GIL: attached, inside the module's initialisation.
template <class Signature, class OnError = on_error::propagate<>>
void register_optional_callback() {
  namespace python = boost::python;
  using type = optional_callback<Signature, OnError>;
  using converter = detail::optional_callback_converter<type>;
  const python::converter::registration* const known =
      python::converter::registry::query(python::type_id<type>());
  if (known != nullptr && known->rvalue_chain != nullptr) return;
  python::converter::registry::push_back(&converter::convertible, &converter::construct,
                                         python::type_id<type>(), &converter::get_pytype);
}

}  // namespace gen_bindings
