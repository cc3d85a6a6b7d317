// Makes a Python constructor of a call body that returns the new object.
#pragma once

#include <array>
#include <boost/mpl/size.hpp>
#include <boost/python/make_constructor.hpp>
#include <boost/python/object/function_object.hpp>
#include <boost/python/object_core.hpp>
#include <boost/python/signature.hpp>
#include <cstddef>

namespace gen_bindings {

namespace detail {

/// What Boost.Python calls for a constructor, with a signature that returns nothing: that of
/// make_constructor returns an object, as the type_id of void is that of void* (boost/python/type_id.hpp).
template <class Caller, class Signature>
class constructor_caller {
 public:
  explicit constructor_caller(const Caller& caller) : caller_{caller} {}

  PyObject* operator()(PyObject* arguments, PyObject* keywords) {
    return caller_(arguments, keywords);
  }

  static unsigned min_arity() { return static_cast<unsigned>(size) - 1; }

  static boost::python::detail::py_func_sig_info signature() {
    static const elements all = with_nothing_first();
    return {all.data(), all.data()};
  }

 private:
  static constexpr std::size_t size = boost::mpl::size<Signature>::value;
  /// Closed by one that is empty.
  using elements = std::array<boost::python::detail::signature_element, size + 1>;

  static elements with_nothing_first() {
    elements all{};
    const auto* given = boost::python::detail::signature<Signature>::elements();
    for (std::size_t index = 0; index <= size; ++index) all[index] = given[index];
    all[0] = {"void", nullptr, false};
    return all;
  }

  Caller caller_;
};

}  // namespace detail

/// As Boost.Python's make_constructor, whose keywords leave out the object: here they may begin with
/// it, so that signatures call it `self`.
///
/// GIL: attached, inside the module's initialisation.
template <class Body, class Policies>
boost::python::object constructor(
    Body body, const Policies& policies,
    const boost::python::detail::keyword_range& keywords = boost::python::detail::keyword_range{}) {
  namespace boost_detail = boost::python::detail;
  using inner_signature = decltype(boost_detail::get_signature(body));
  using signature = typename boost_detail::outer_constructor_signature<inner_signature>::type;
  using inner_policy = boost_detail::constructor_policy<Policies>;
  using caller = boost_detail::caller<Body, inner_policy, inner_signature>;
  return boost::python::objects::function_object(
      detail::constructor_caller<caller, signature>{caller{body, inner_policy{policies}}}, keywords);
}

/// The keywords as `(arg("self"), arg("n"))` gives them.
template <class Body, class Policies, std::size_t count>
boost::python::object constructor(Body body, const Policies& policies,
                                  const boost::python::detail::keywords<count>& keywords) {
  return constructor(body, policies, keywords.range());
}

}  // namespace gen_bindings
