// Where an iteration over any container begins and ends, for boost::python::range().
#pragma once

#include <iterator>

namespace gen_bindings {

/// What a range-based for loop begins with. boost::python::iterator<> would ask for a nested type
/// `iterator` (boost/python/iterator.hpp). GIL: any state.
template <typename Container>
auto begin_of(Container& container) {
  using std::begin;
  return begin(container);
}

/// What a range-based for loop ends with. GIL: any state.
template <typename Container>
auto end_of(Container& container) {
  using std::end;
  return end(container);
}

}  // namespace gen_bindings
