// python_error: a Python exception on its way through C++.
#pragma once

#include <boost/python/exception_translator.hpp>

#include <exception>
#include <memory>
#include <string>
#include <utility>

#include "python_reference.hpp"

namespace gen_bindings {

namespace detail {

/// Takes the exception that is set, with its traceback, and clears the indicator. A new reference.
inline PyObject* fetch_exception() noexcept {
#if PY_VERSION_HEX >= 0x030C0000
  return PyErr_GetRaisedException();
#else
  PyObject *type = nullptr, *exception = nullptr, *traceback = nullptr;
  PyErr_Fetch(&type, &exception, &traceback);
  PyErr_NormalizeException(&type, &exception, &traceback);
  if (traceback != nullptr) PyException_SetTraceback(exception, traceback);
  Py_XDECREF(type);
  Py_XDECREF(traceback);
  return exception;
#endif
}

/// Sets `exception`, borrowed, with the traceback that it has.
inline void restore_exception(PyObject* exception) noexcept {
  Py_INCREF(exception);
#if PY_VERSION_HEX >= 0x030C0000
  PyErr_SetRaisedException(exception);
#else
  PyObject* const type = reinterpret_cast<PyObject*>(Py_TYPE(exception));
  Py_INCREF(type);
  PyErr_Restore(type, exception, PyException_GetTraceback(exception));
#endif
}

/// "ValueError: text", or the type alone where the exception has no text or str() fails.
inline std::string describe_exception(PyObject* exception) {
  std::string text = Py_TYPE(exception)->tp_name;
  PyObject* const message = PyObject_Str(exception);
  const char* const utf8 = message == nullptr ? nullptr : PyUnicode_AsUTF8(message);
  if (utf8 == nullptr) {
    PyErr_Clear();
  } else if (*utf8 != '\0') {
    text.append(": ").append(utf8);
  }
  Py_XDECREF(message);
  return text;
}

}  // namespace detail

/// A Python exception, KeyboardInterrupt and the like included, thrown through C++.
///
/// Owns the exception object and its traceback. Copies share it: copying, throwing and destroying
/// need no GIL, in any state, on any thread. C++ that catches it as std::exception reads
/// "ValueError: text".
class python_error : public std::exception {
 public:
  /// Takes the exception that is set and clears the indicator.
  /// GIL: attached; an exception must be set. Throws std::bad_alloc.
  [[nodiscard]] static python_error fetch() {
    return python_error{std::make_shared<const captured>()};
  }

  /// Raises it again in Python: the same object, the same traceback. GIL: attached.
  void restore() const noexcept { detail::restore_exception(captured_->exception.get()); }

  /// Type and text as they were when it was taken. GIL: any state.
  [[nodiscard]] const char* what() const noexcept override { return captured_->text.c_str(); }

 private:
  struct captured {
    captured()
        : exception{detail::fetch_exception()}, text{detail::describe_exception(exception.get())} {}
    python_reference exception;
    std::string text;
  };

  explicit python_error(std::shared_ptr<const captured> shared) noexcept
      : captured_{std::move(shared)} {}

  std::shared_ptr<const captured> captured_;
};

/// Makes Boost.Python raise a python_error again, unchanged, where it reaches Python.
/// GIL: attached, inside the module's initialisation.
inline void register_python_error() {
  boost::python::register_exception_translator<python_error>(
      [](const python_error& error) { error.restore(); });
}

}  // namespace gen_bindings
