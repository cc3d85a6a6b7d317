// Makes a Python constructor of a call body that returns the new object.
#pragma once

#include <boost/mpl/int.hpp>
#include <boost/python/make_constructor.hpp>
#include <boost/python/object_core.hpp>
#include <boost/python/signature.hpp>

namespace gen_bindings {

/// As Boost.Python's make_constructor, whose keywords leave out the object: here they may begin with
/// it, so that signatures call it `self`. (An int_<0> for the number of keywords switches off the
/// check of their number, says boost/python/make_constructor.hpp.)
///
/// GIL: attached, inside the module's initialisation.
template <class Body, class Policies, class Keywords>
boost::python::object constructor(Body body, const Policies& policies, const Keywords& keywords) {
  namespace detail = boost::python::detail;
  return detail::make_constructor_aux(body, policies, detail::get_signature(body),
                                      keywords.range(), boost::mpl::int_<0>());
}

/// Without names, the object's neither.
template <class Body, class Policies>
boost::python::object constructor(Body body, const Policies& policies) {
  return boost::python::make_constructor(body, policies);
}

}  // namespace gen_bindings
