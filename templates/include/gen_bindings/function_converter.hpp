// std::function results and fields: how they come to Python.
#pragma once

#include <boost/mpl/vector.hpp>
#include <boost/python/converter/registry.hpp>
#include <boost/python/default_call_policies.hpp>
#include <boost/python/docstring_options.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/make_function.hpp>
#include <boost/python/object.hpp>
#include <boost/python/object/add_to_namespace.hpp>
#include <boost/python/refcount.hpp>
#include <boost/python/type_id.hpp>

#include <functional>
#include <type_traits>
#include <utility>

#include "call_scope.hpp"
#include "callback.hpp"
#include "contract.hpp"
#include "deferred_errors.hpp"
#include "promise.hpp"

namespace gen_bindings {

namespace detail {

// What C++ wants to move from is a copy of what Python passed.
template <class Argument>
using passed = std::conditional_t<std::is_rvalue_reference_v<Argument>,
                                  std::remove_reference_t<Argument>, Argument>;

/// A function of C++ as Boost.Python calls it.
template <class Signature>
class called_function;

template <class Result, class... Arguments>
class called_function<Result(Arguments...)> {
 public:
  // Nobody knows how long what a result refers to will live, so it is copied.
  using result_type = std::remove_cv_t<std::remove_reference_t<Result>>;

  explicit called_function(std::function<Result(Arguments...)> function)
      : function_{std::move(function)} {}

  result_type operator()(passed<Arguments>... arguments) const {
    const contract::call call{"std::function", "hold"};
    contract::expect(promise::attached, "its C++");
    deferred_errors boundary;
    return boundary.run(
        [&]() -> Result { return function_(static_cast<Arguments&&>(arguments)...); });
  }

  /// A Python callable for `function`. GIL: attached.
  static boost::python::object to_python(const std::function<Result(Arguments...)>& function) {
    namespace python = boost::python;
    using signature = boost::mpl::vector<result_type, passed<Arguments>...>;
    const python::object made = python::make_function(called_function{function},
                                                      python::default_call_policies{}, signature{});
    // Boost.Python names a function, and writes its docstring, where it enters a namespace.
    const python::object scope{python::handle<>{PyModule_New("std")}};
    const python::docstring_options signatures_of_python{true, true, false};
    python::objects::add_to_namespace(scope, "function", made, "A function of C++.");
    return made;
  }

 private:
  std::function<Result(Arguments...)> function_;
};

/// Boost.Python's converter of std::function<Signature>, as far as it concerns one callback type.
template <class Signature, class OnError>
struct function_converter {
  using type = std::function<Signature>;

  static PyObject* convert(const void* source) {
    const conversion_scope<type> conversion;
    const type& function = *static_cast<const type*>(source);
    if (!function) return boost::python::incref(Py_None);
    if (const auto* const kept = function.template target<callback<Signature, OnError>>()) {
      return boost::python::incref(kept->callable().ptr());
    }
    if (former != nullptr) return former(source);
    return boost::python::incref(called_function<Signature>::to_python(function).ptr());
  }

  static const PyTypeObject* get_pytype() { return &PyBaseObject_Type; }

  // There is one converter of a type in a process. So each hands on to the one it found, of another
  // callback type or another module, what it does not know.
  static void insert() {
    namespace registry = boost::python::converter::registry;
    if (std::exchange(inserted, true)) return;
    constexpr auto type_id = &boost::python::type_id<type>;
    const boost::python::converter::registration* const known = registry::query(type_id());
    if (known == nullptr || known->m_to_python == nullptr) {
      registry::insert(&convert, type_id(), &get_pytype);
    } else {
      using boost::python::converter::registration;
      former = std::exchange(const_cast<registration*>(known)->m_to_python, &convert);
    }
  }

  inline static bool inserted = false;
  inline static boost::python::converter::to_python_function_t former = nullptr;
};

}  // namespace detail

/// Teaches Boost.Python to convert std::function<Signature>, by value or as const reference, to
/// Python:
///
/// - one that holds a callback<Signature, OnError> becomes the callable that it was made from, the
///   identical object. Call this for each OnError that a module uses with the signature; modules
///   that were generated know each other's.
/// - an empty one becomes None.
/// - any other becomes a callable that calls C++ attached, by the policy `hold`. It holds a copy of
///   the function, which dies attached. Arguments and result are converted as those of an exposed
///   function: a `T&` is the C++ object inside a Python object, and TypeError where there is none,
///   a `const T&` or `T&&` may be a temporary, and a result by reference is copied. Errors that
///   `deferred` callbacks inside it keep are raised when it returns.
///
/// A std::function holds only what can be copied: a C++ callable that can only be moved is refused
/// by the compiler where the std::function is made. Results that are pointers are refused too, as
/// nothing says who owns them, and signatures with more than BOOST_PYTHON_MAX_ARITY parameters.
///
/// GIL: attached, inside the module's initialisation. Does nothing the second time.
template <class Signature, class OnError = on_error::propagate<>>
void register_function() {
  detail::function_converter<Signature, OnError>::insert();
}

}  // namespace gen_bindings
