// Functions of a module, and static methods: built-in functions of Python.
#pragma once

#include <boost/config.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object.hpp>

#include <Python.h>

#include <cstddef>
#include <initializer_list>
#include <new>
#include <string>

#include "documentation.hpp"
#include "enclosing_scope.hpp"
#include "overload_set.hpp"

namespace gen_bindings::fast {

namespace detail {

/// What a built-in function of Python refers to.
struct function_facts {
  overload_set overloads;
  std::string doc;
  PyMethodDef definition{};
};

/// Room for a T that is made when it is needed, and never destroyed: Python objects are gone when the library
/// is unloaded. Nothing of it runs when the library is loaded.
template <class T>
class room {
 public:
  T& make() { return *new (memory_) T{}; }
  [[nodiscard]] T& value() noexcept { return *std::launder(reinterpret_cast<T*>(memory_)); }

 private:
  alignas(T) unsigned char memory_[sizeof(T)];
};

/// The function whose first overload has that entry.
template <entry first>
struct function {
  static inline room<function_facts> facts{};

  static PyObject* call_it(PyObject* /*module*/, PyObject* const* given, Py_ssize_t count,
                           PyObject* keywords) {
    return call<first>(given, static_cast<std::size_t>(count), keywords, facts.value().overloads);
  }
};

/// CPython finds `__text_signature__` at the beginning of the docstring that it is given.
inline std::string built_in_doc(const overload_set& set) {
  const std::string signature = text_signature_of(set);
  const std::string doc = docstring_of(set);
  return signature.empty() ? doc : set.name + signature + "\n--\n\n" + doc;
}

/// What CPython calls a built-in function by.
using function_call = PyObject* (*)(PyObject*, PyObject* const*, Py_ssize_t, PyObject*);

/// GIL: attached. Throws error_already_set.
inline boost::python::object new_built_in(enclosing_scope scope, const char* name,
                                          std::initializer_list<overload> overloads,
                                          function_facts& facts, function_call call) {
  namespace python = boost::python;
  fill(facts.overloads, scope, name, overloads);
  facts.doc = built_in_doc(facts.overloads);
  facts.definition.ml_name = facts.overloads.name.c_str();
  // As CPython's own extension modules put it: the flags say which of its types the function has.
  facts.definition.ml_meth = reinterpret_cast<PyCFunction>(reinterpret_cast<void*>(call));
  facts.definition.ml_flags = METH_FASTCALL | METH_KEYWORDS;
  facts.definition.ml_doc = facts.doc.empty() ? nullptr : facts.doc.c_str();
  PyObject* const module = scope.is_module() ? scope.ptr() : nullptr;
  return python::object{
      python::handle<>{PyCFunction_NewEx(&facts.definition, module, module_of(scope).ptr())}};
}

/// Out of line, as every function of a module is defined so.
BOOST_NOINLINE inline void define_built_in(enclosing_scope scope, const char* name,
                                           std::initializer_list<overload> overloads,
                                           room<function_facts>& facts, function_call call) {
  set_attribute(scope, name, new_built_in(scope, name, overloads, facts.make(), call));
}

BOOST_NOINLINE inline void define_static_built_in(enclosing_scope scope,
                                                  const char* name,
                                                  std::initializer_list<overload> overloads,
                                                  room<function_facts>& facts, function_call call) {
  namespace python = boost::python;
  const python::object function = new_built_in(scope, name, overloads, facts.make(), call);
  const python::handle<> method{PyStaticMethod_New(function.ptr())};
  set_attribute(scope, name, python::object{method});
}

/// The same two, of one overload, which they declare themselves.
BOOST_NOINLINE inline void define_only_built_in(enclosing_scope scope, const char* name, entry only,
                                                const char* signature, const char* doc, bool shows_signature,
                                                room<function_facts>& facts, function_call call) {
  define_built_in(scope, name, {{only, signature, doc, shows_signature}}, facts, call);
}
BOOST_NOINLINE inline void define_only_static_built_in(enclosing_scope scope, const char* name, entry only,
                                                       const char* signature, const char* doc,
                                                       bool shows_signature, room<function_facts>& facts,
                                                       function_call call) {
  define_static_built_in(scope, name, {{only, signature, doc, shows_signature}}, facts, call);
}

}  // namespace detail

/// Defines a function of `scope`, a module. `first` is the entry of the overload that is tried first,
/// which belongs to no other name. GIL: attached. Throws error_already_set.
template <entry first>
void define_function(enclosing_scope scope, const char* name,
                     std::initializer_list<overload> overloads) {
  using made = detail::function<first>;
  detail::define_built_in(scope, name, overloads, made::facts, &made::call_it);
}

/// The same, of one overload without defaults; see `overload` for what it is declared by.
template <entry only>
void define_function(enclosing_scope scope, const char* name, const char* signature, const char* doc,
                     bool shows_signature) {
  using made = detail::function<only>;
  detail::define_only_built_in(scope, name, only, signature, doc, shows_signature, made::facts, &made::call_it);
}

/// The same, as a static method of `scope`, a class. GIL: attached. Throws error_already_set.
template <entry first>
void define_static_method(enclosing_scope scope, const char* name,
                          std::initializer_list<overload> overloads) {
  using made = detail::function<first>;
  detail::define_static_built_in(scope, name, overloads, made::facts, &made::call_it);
}

template <entry only>
void define_static_method(enclosing_scope scope, const char* name, const char* signature, const char* doc,
                          bool shows_signature) {
  using made = detail::function<only>;
  detail::define_only_static_built_in(scope, name, only, signature, doc, shows_signature, made::facts,
                                      &made::call_it);
}

}  // namespace gen_bindings::fast
