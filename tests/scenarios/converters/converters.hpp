// Types that Python knows under another shape: by converters of the user's, and by conversions.
#pragma once

#include <boost/python/converter/pytype_function.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/errors.hpp>

#include <new>
#include <string>

namespace converters {

/// In Python a tuple of two numbers, both ways.
struct point {
  double x, y;
};

struct point_to_python {
  static PyObject* convert(const point& value) { return Py_BuildValue("(dd)", value.x, value.y); }
  static const PyTypeObject* get_pytype() { return &PyTuple_Type; }
};

struct point_from_python {
  static void* convertible(PyObject* object) {
    return PyTuple_Check(object) && PyTuple_Size(object) == 2 ? object : nullptr;
  }
  static void construct(PyObject* object,
                        boost::python::converter::rvalue_from_python_stage1_data* data) {
    namespace converter = boost::python::converter;
    auto* const storage =
        reinterpret_cast<converter::rvalue_from_python_storage<point>*>(data)->storage.bytes;
    const double x = PyFloat_AsDouble(PyTuple_GetItem(object, 0));
    const double y = PyFloat_AsDouble(PyTuple_GetItem(object, 1));
    if (PyErr_Occurred()) boost::python::throw_error_already_set();
    data->convertible = new (storage) point{x, y};
  }
};

/// One too many: the first converter stays, and Boost.Python is not told of this one.
struct vector_to_python {
  static PyObject* convert(const point& value) { return Py_BuildValue("[dd]", value.x, value.y); }
};

inline double distance(const point& from, const point& to) {
  return (to.x - from.x) + (to.y - from.y);
}
inline point mirrored(const point& value) { return {-value.x, -value.y}; }

/// Made of bytes.
struct text {
  std::string value;
};

struct text_from_python {
  static void* convertible(PyObject* object) { return PyBytes_Check(object) ? object : nullptr; }
  static void construct(PyObject* object,
                        boost::python::converter::rvalue_from_python_stage1_data* data) {
    namespace converter = boost::python::converter;
    auto* const storage =
        reinterpret_cast<converter::rvalue_from_python_storage<text>*>(data)->storage.bytes;
    data->convertible = new (storage) text{PyBytes_AsString(object)};
  }
};

inline int length(const text& all) { return static_cast<int>(all.value.size()); }

/// A Python type of the C API, which holds a C++ int.
struct Box : PyObject {
  int value;
};

inline PyTypeObject box_type() {
  PyTypeObject made{};
  made.tp_name = "converters.Box";
  made.tp_basicsize = sizeof(Box);
  made.tp_flags = Py_TPFLAGS_DEFAULT;
  return made;
}
inline PyTypeObject BoxType = box_type();

struct value_of_box {
  static int& execute(Box& box) { return box.value; }
};

inline PyObject* new_box(int value) {
  if (PyType_Ready(&BoxType) < 0) return nullptr;
  Box* const made = PyObject_New(Box, &BoxType);
  if (made != nullptr) made->value = value;
  return made;
}
inline int increased(int& value) { return ++value; }
inline int whole(const Box& box) { return box.value; }

/// Made of a number by C++, and so by Python.
class metres {
 public:
  metres(int value) : value_{value} {}
  int value() const { return value_; }
  operator double() const { return value_; }

 private:
  int value_;
};

inline int doubled(const metres& length) { return 2 * length.value(); }
inline double halved(double length) { return length / 2; }

}  // namespace converters
