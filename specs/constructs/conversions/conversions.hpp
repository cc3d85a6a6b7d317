// Types that come from Python and go there in another shape.
#pragma once

#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/to_python_converter.hpp>

#include <new>
#include <string>

namespace conversions {

/// C++ makes one of a number by itself.
class Metres {
 public:
  Metres(int value) : value{value} {}
  int value;
};
inline int doubled(const Metres& length) { return 2 * length.value; }

/// A tuple of two numbers in Python.
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
inline point mirrored(const point& value) { return {-value.x, -value.y}; }

/// Text of one's own, with converters that are registered by a function.
struct Text {
  std::string value;
};
struct text_to_python {
  static PyObject* convert(const Text& text) { return PyUnicode_FromString(text.value.c_str()); }
};
inline void register_text() { boost::python::to_python_converter<Text, text_to_python>(); }
inline Text greeting() { return {"hello"}; }

/// A Python type of the C API, whose objects hold a number.
struct Box : PyObject {
  int value;
};
inline PyTypeObject box_type() {
  PyTypeObject made{};
  made.tp_name = "conversions.Box";
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

}  // namespace conversions
