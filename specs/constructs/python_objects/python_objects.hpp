// Parameters and results that are Python's own objects.
#pragma once

#include <boost/python/back_reference.hpp>
#include <boost/python/dict.hpp>
#include <boost/python/extract.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/list.hpp>
#include <boost/python/slice.hpp>
#include <boost/python/str.hpp>
#include <boost/python/tuple.hpp>

namespace python_objects {

namespace python = boost::python;

inline python::object first(const python::object& sequence) { return sequence[0]; }
inline python::list repeated(const python::object& value, int times) {
  python::list all;
  for (int n = 0; n < times; ++n) all.append(value);
  return all;
}
inline python::dict counted(const python::tuple& words) {
  python::dict counts;
  for (int n = 0; n < python::len(words); ++n)
    counts[words[n]] = counts.get(words[n], 0) + python::object(1);
  return counts;
}
inline python::str loud(const python::str& text) { return text.upper(); }
inline python::object start(const python::slice& part) { return part.start(); }
inline PyObject* none() { Py_RETURN_NONE; }
inline python::handle<> name_of(PyObject* object) {
  return python::handle<>(PyObject_GetAttrString(object, "__class__"));
}

class Counter {
 public:
  int n = 0;
};
/// The C++ object, and the Python one that it is part of.
inline python::object increased(python::back_reference<Counter&> counter) {
  ++counter.get().n;
  return counter.source();
}

}  // namespace python_objects
