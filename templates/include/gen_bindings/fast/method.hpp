// method: what Python calls where it looks for a method.
#pragma once

#include <boost/config.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object.hpp>

#include <Python.h>

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>

#include "documentation.hpp"
#include "enclosing_scope.hpp"
#include "mismatch.hpp"
#include "overload_set.hpp"

namespace gen_bindings::fast {

namespace detail {

/// What a method knows of itself.
struct method_facts {
  overload_set overloads;
  boost::python::object module;
  boost::python::object doc;
  std::string signature;
};

/// A method as an object of Python. Its class has Py_TPFLAGS_METHOD_DESCRIPTOR, so that a call makes
/// no bound method; and binds by PyMethod_New, as Boost.Python's functions do, so that whoever asks
/// whether a method is overridden finds what he knows.
struct method_object {
  PyObject_HEAD
  vectorcallfunc call;
  method_facts* facts;
};

inline method_facts& facts_of(PyObject* method) noexcept {
  return *reinterpret_cast<method_object*>(method)->facts;
}

/// The vectorcall of a method.
template <entry first>
PyObject* call_method(PyObject* method, PyObject* const* given, std::size_t flagged,
                      PyObject* keywords) {
  return call<first>(given, static_cast<std::size_t>(PyVectorcall_NARGS(flagged)), keywords,
                     facts_of(method).overloads);
}

/// As call_method<first>(), of any method.
inline PyObject* call_any_method(PyObject* method, PyObject* const* given, std::size_t flagged,
                                 PyObject* keywords) {
  return call_any(given, static_cast<std::size_t>(PyVectorcall_NARGS(flagged)), keywords,
                  facts_of(method).overloads);
}

template <entry first>
constexpr vectorcallfunc vectorcall_of() noexcept {
  if constexpr (prefers_small_code) {
    return &call_any_method;
  } else {
    return &call_method<first>;
  }
}

/// The vectorcall of a method. A constant, so that no code is made to find it.
template <entry first>
inline constexpr vectorcallfunc method_call = vectorcall_of<first>();

inline void delete_method(PyObject* object) {
  auto* const function = reinterpret_cast<method_object*>(object);
  delete function->facts;
  PyObject_Free(object);
}

/// Boost.Python's functions bind to everything but None.
inline PyObject* bind_method(PyObject* function, PyObject* object, PyObject* /*type*/) {
  if (object == nullptr || object == Py_None) {
    Py_INCREF(function);
    return function;
  }
  return PyMethod_New(function, object);
}

inline PyObject* new_text(const std::string& text) {
  return PyUnicode_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size()));
}

inline PyObject* new_reference(const boost::python::object& object) {
  return boost::python::incref(object.ptr());
}

inline PyGetSetDef method_attributes[] = {
    {"__name__", [](PyObject* self, void*) { return new_text(facts_of(self).overloads.name); }, nullptr,
     nullptr, nullptr},
    {"__qualname__", [](PyObject* self, void*) { return new_text(facts_of(self).overloads.qualified_name); },
     nullptr, nullptr, nullptr},
    {"__module__", [](PyObject* self, void*) { return new_reference(facts_of(self).module); },
     nullptr, nullptr, nullptr},
    {"__text_signature__",
     [](PyObject* self, void*) {
       const std::string& signature = facts_of(self).signature;
       return signature.empty() ? new_reference({}) : new_text(signature);
     },
     nullptr, nullptr, nullptr},
    {"__doc__", [](PyObject* self, void*) { return new_reference(facts_of(self).doc); },
     [](PyObject* self, PyObject* doc, void*) {
       namespace python = boost::python;
       reinterpret_cast<method_object*>(self)->facts->doc =
           doc == nullptr ? python::object{}
                          : python::object{python::handle<>{python::borrowed(doc)}};
       return 0;
     },
     nullptr, nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr}};

/// Their class, made once. GIL: attached. Throws error_already_set.
inline PyTypeObject* method_type() {
  static PyTypeObject type{};
  if (type.tp_dict != nullptr) return &type;
  type.ob_base = PyVarObject{PyObject_HEAD_INIT(nullptr) 0};
  type.tp_name = "gen_bindings.method";
  type.tp_basicsize = sizeof(method_object);
  type.tp_dealloc = &delete_method;
  type.tp_vectorcall_offset = offsetof(method_object, call);
  type.tp_call = &PyVectorcall_Call;
#if PY_VERSION_HEX >= 0x03090000
  type.tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_METHOD_DESCRIPTOR | Py_TPFLAGS_HAVE_VECTORCALL;
#else
  type.tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_METHOD_DESCRIPTOR | _Py_TPFLAGS_HAVE_VECTORCALL;
#endif
  type.tp_getset = method_attributes;
  type.tp_descr_get = &bind_method;
  if (PyType_Ready(&type) < 0) boost::python::throw_error_already_set();
  return &type;
}

/// As new_method(), with the vectorcall.
inline boost::python::object new_method_object(enclosing_scope scope,
                                               const char* name,
                                               std::initializer_list<overload> overloads,
                                               vectorcallfunc call) {
  namespace python = boost::python;
  auto facts = std::make_unique<method_facts>();
  fill(facts->overloads, scope, name, overloads);
  facts->overloads.has_object = true;
  facts->overloads.is_operator = is_binary_operator(name);
  facts->module = module_of(scope);
  const std::string doc = docstring_of(facts->overloads);
  if (!doc.empty()) facts->doc = python::object{python::handle<>{new_text(doc)}};
  facts->signature = text_signature_of(facts->overloads);
  auto* const made = PyObject_New(method_object, method_type());
  if (made == nullptr) python::throw_error_already_set();
  made->call = call;
  made->facts = facts.release();
  return python::object{python::handle<>{reinterpret_cast<PyObject*>(made)}};
}

/// Out of line, as every method of a class is defined so. GIL: attached. Throws error_already_set.
BOOST_NOINLINE inline void define_method_object(enclosing_scope scope,
                                                const char* name,
                                                std::initializer_list<overload> overloads,
                                                vectorcallfunc call, bool is_operator) {
  const boost::python::object method = new_method_object(scope, name, overloads, call);
  if (is_operator) facts_of(method.ptr()).overloads.is_operator = true;
  set_attribute(scope, name, method);
}

/// The same, of one overload, which it declares itself.
BOOST_NOINLINE inline void define_only_method_object(enclosing_scope scope, const char* name, entry only,
                                                     const char* signature, const char* doc,
                                                     bool shows_signature, vectorcallfunc call,
                                                     bool is_operator) {
  define_method_object(scope, name, {{only, signature, doc, shows_signature}}, call, is_operator);
}

}  // namespace detail

/// Makes a method of the overloads of one name, in the order in which they are tried; `first` is the
/// entry of the first of them. `scope` is the class, into which it is not put.
/// GIL: attached. Throws error_already_set.
template <entry first>
boost::python::object new_method(enclosing_scope scope, const char* name,
                                 std::initializer_list<overload> overloads) {
  return detail::new_method_object(scope, name, overloads, detail::method_call<first>);
}

/// The same, put into its class. GIL: attached. Throws error_already_set.
template <entry first>
void define_method(enclosing_scope scope, const char* name,
                   std::initializer_list<overload> overloads) {
  detail::define_method_object(scope, name, overloads, detail::method_call<first>, false);
}

/// The same, of one overload without defaults; see `overload` for what it is declared by.
template <entry only>
void define_method(enclosing_scope scope, const char* name, const char* signature, const char* doc,
                   bool shows_signature) {
  detail::define_only_method_object(scope, name, only, signature, doc, shows_signature,
                                    detail::method_call<only>, false);
}

/// The same, for a special method that has Python try the other operand where no overload fits; those of
/// which Boost.Python knows that need not be named. GIL: attached. Throws error_already_set.
template <entry first>
void define_operator(enclosing_scope scope, const char* name,
                     std::initializer_list<overload> overloads) {
  detail::define_method_object(scope, name, overloads, detail::method_call<first>, true);
}

template <entry only>
void define_operator(enclosing_scope scope, const char* name, const char* signature, const char* doc,
                     bool shows_signature) {
  detail::define_only_method_object(scope, name, only, signature, doc, shows_signature,
                                    detail::method_call<only>, true);
}

}  // namespace gen_bindings::fast
