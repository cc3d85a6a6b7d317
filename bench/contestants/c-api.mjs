/** The limit: what can be had by hand from the C API, with the same checks and keywords. */
import { cppType } from "../cpp.mjs";

export const cApi = {
  id: "c_api",
  title: "C API by hand",
  /** @param {import("../cpp.mjs").Description} description */
  sources({ module, functions, classes }) {
    return {
      "module.cpp": [
        head,
        ...classes.map(classText),
        ...functions.map((each) => thunk(each, `call_${each.name}`, `bench::${each.name}`)),
        "PyMethodDef functions[] = {",
        ...functions.map((each) => `  ${entry(each, `call_${each.name}`)},`),
        "  {nullptr, nullptr, 0, nullptr}};",
        `PyModuleDef definition = {PyModuleDef_HEAD_INIT, "${module}", nullptr, -1, functions, ` +
          "nullptr, nullptr, nullptr, nullptr};",
        "}  // namespace\n",
        `PyMODINIT_FUNC PyInit_${module}() {`,
        "  PyObject* module = PyModule_Create(&definition);",
        ...classes.map(
          ({ name }) =>
            `  if (!ready_${name}() || PyModule_AddObject(module, "${name}", ` +
            `reinterpret_cast<PyObject*>(&type_${name})) < 0) return nullptr;`,
        ),
        "  return module;",
        "}\n",
      ].join("\n"),
    };
  },
};

const head = `#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>
#include <climits>
#include <new>
#include <string>
#include "functions.hpp"

namespace {

struct without_gil {
  PyThreadState* state = PyEval_SaveThread();
  ~without_gil() { PyEval_RestoreThread(state); }
};

bool convert(PyObject* from, int& to) {
  const long value = PyLong_AsLong(from);
  if (value == -1 && PyErr_Occurred()) return false;
  if (value < INT_MIN || value > INT_MAX) {
    PyErr_SetString(PyExc_OverflowError, "does not fit into an int");
    return false;
  }
  to = static_cast<int>(value);
  return true;
}
bool convert(PyObject* from, double& to) {
  to = PyFloat_AsDouble(from);
  return to != -1.0 || !PyErr_Occurred();
}
bool convert(PyObject* from, std::string& to) {
  Py_ssize_t size = 0;
  const char* text = PyUnicode_AsUTF8AndSize(from, &size);
  if (text == nullptr) return false;
  to.assign(text, static_cast<std::size_t>(size));
  return true;
}
PyObject* result(int value) { return PyLong_FromLong(value); }
PyObject* result(double value) { return PyFloat_FromDouble(value); }

// Sorts arguments, some of which may be given by name, into their places.
template <int count>
bool sorted(PyObject* const* given, Py_ssize_t positional, PyObject* keywords,
            PyObject* const (&names)[count], PyObject* (&to)[count]) {
  const Py_ssize_t named = keywords == nullptr ? 0 : PyTuple_GET_SIZE(keywords);
  if (positional + named != count) {
    PyErr_SetString(PyExc_TypeError, "wrong number of arguments");
    return false;
  }
  for (Py_ssize_t place = 0; place < positional; ++place) to[place] = given[place];
  for (Py_ssize_t each = 0; each < named; ++each) {
    PyObject* const name = PyTuple_GET_ITEM(keywords, each);
    Py_ssize_t place = positional;
    // Names in Python code are interned, so that most are found without a look at their text.
    while (place < count && name != names[place]) ++place;
    if (place == count) {
      place = positional;
      while (place < count && PyUnicode_Compare(name, names[place]) != 0) ++place;
    }
    if (place == count || to[place] != nullptr) {
      PyErr_SetString(PyExc_TypeError, "unexpected keyword argument");
      return false;
    }
    to[place] = given[positional + each];
  }
  return true;
}
`;

function isClass({ type }) {
  return /^[A-Z]/.test(type);
}

/** The arguments in their places, and converted; each failure returns nullptr. */
function conversions(params, count, keywords) {
  const size = params.length;
  const names = params.map(({ name }) => `PyUnicode_InternFromString("${name}")`).join(", ");
  return [
    `  PyObject* placed[${size}] = {};`,
    `  PyObject* const* from = given;`,
    `  if (${count} != ${size} || ${keywords} != nullptr) {`,
    `    static PyObject* const names[] = {${names}};`,
    `    if (!sorted(given, ${count}, ${keywords}, names, placed)) return nullptr;`,
    "    from = placed;",
    "  }",
    ...params.map((each, place) =>
      isClass(each)
        ? [
            `  if (!PyObject_TypeCheck(from[${place}], &type_${each.type})) {`,
            `    PyErr_SetString(PyExc_TypeError, "not a ${each.type}");`,
            "    return nullptr;",
            "  }",
            `  const auto& ${each.name} = reinterpret_cast<object_${each.type}*>(from[${place}])->held;`,
          ].join("\n")
        : `  ${each.type} ${each.name};\n  if (!convert(from[${place}], ${each.name})) return nullptr;`,
    ),
  ];
}

function thunk({ params, returns, release }, name, called, preamble = []) {
  const call = `${called}(${params.map((each) => each.name).join(", ")})`;
  const isVoid = returns === "void";
  const taken =
    params.length === 0
      ? "PyObject* const*, Py_ssize_t count"
      : "PyObject* const* given, Py_ssize_t count, PyObject* keywords";
  return [
    `PyObject* ${name}(PyObject*${preamble.length > 0 ? " self" : ""}, ${taken}) {`,
    ...preamble,
    ...(params.length === 0 ? [noArguments] : conversions(params, "count", "keywords")),
    ...(isVoid ? [] : [`  ${returns} returned;`]),
    "  try {",
    ...(release ? ["    const without_gil released;"] : []),
    `    ${isVoid ? "" : "returned = "}${call};`,
    "  } catch (const std::exception& error) {",
    "    PyErr_SetString(PyExc_RuntimeError, error.what());",
    "    return nullptr;",
    "  }",
    isVoid ? "  Py_RETURN_NONE;" : "  return result(returned);",
    "}\n",
  ].join("\n");
}

const noArguments = `  if (count != 0) {
    PyErr_SetString(PyExc_TypeError, "wrong number of arguments");
    return nullptr;
  }`;

function entry({ name, params }, thunkName) {
  // CPython 3.11 calls functions of METH_NOARGS by the slow way, and specialises those of METH_FASTCALL.
  const flags = params.length === 0 ? "METH_FASTCALL" : "METH_FASTCALL | METH_KEYWORDS";
  return `{"${name}", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(&${thunkName})), ${flags}, nullptr}`;
}

function classText({ name, fields, methods, attributes }) {
  const given = fields.map((each) => each.name).join(", ");
  return `struct object_${name} {
  PyObject_HEAD
  ${cppType(name)} held;
};
PyTypeObject type_${name} = {PyVarObject_HEAD_INIT(nullptr, 0)};

PyObject* make_${name}(PyTypeObject* type, PyObject* const* given, Py_ssize_t count, PyObject* keywords) {
${conversions(fields, "count", "keywords").join("\n")}
  PyObject* made = type->tp_alloc(type, 0);
  if (made == nullptr) return nullptr;
  try {
    new (&reinterpret_cast<object_${name}*>(made)->held) ${cppType(name)}(${given});
  } catch (const std::exception& error) {
    PyErr_SetString(PyExc_RuntimeError, error.what());
    type->tp_free(made);
    return nullptr;
  }
  return made;
}
PyObject* call_${name}(PyObject* type, PyObject* const* given, std::size_t count, PyObject* keywords) {
  return make_${name}(reinterpret_cast<PyTypeObject*>(type), given, PyVectorcall_NARGS(count), keywords);
}
// Of Python subclasses, which come without a vectorcall.
PyObject* new_${name}(PyTypeObject* type, PyObject* positional, PyObject*) {
  return make_${name}(type, reinterpret_cast<PyTupleObject*>(positional)->ob_item,
                      PyTuple_GET_SIZE(positional), nullptr);
}
void destroy_${name}(PyObject* self) {
  using held_type = ${cppType(name)};
  reinterpret_cast<object_${name}*>(self)->held.~held_type();
  Py_TYPE(self)->tp_free(self);
}
${methods.map((each) => thunk(each, `call_${name}_${each.name}`, `held.${each.name}`, [`  auto& held = reinterpret_cast<object_${name}*>(self)->held;`])).join("\n")}
PyMethodDef methods_${name}[] = {
${methods.map((each) => `  ${entry(each, `call_${name}_${each.name}`)},`).join("\n")}
  {nullptr, nullptr, 0, nullptr}};
${attributes
  .map(
    (each) => `PyObject* get_${name}_${each}(PyObject* self, void*) {
  return result(reinterpret_cast<object_${name}*>(self)->held.${each});
}
int set_${name}_${each}(PyObject* self, PyObject* value, void*) {
  return value != nullptr && convert(value, reinterpret_cast<object_${name}*>(self)->held.${each}) ? 0 : -1;
}`,
  )
  .join("\n")}
PyGetSetDef attributes_${name}[] = {
${attributes.map((each) => `  {"${each}", get_${name}_${each}, set_${name}_${each}, nullptr, nullptr},`).join("\n")}
  {nullptr, nullptr, nullptr, nullptr, nullptr}};
bool ready_${name}() {
  type_${name}.tp_name = "${name}";
  type_${name}.tp_basicsize = sizeof(object_${name});
  type_${name}.tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE;
  type_${name}.tp_new = new_${name};
  type_${name}.tp_vectorcall = call_${name};
  type_${name}.tp_dealloc = destroy_${name};
  type_${name}.tp_methods = methods_${name};
  type_${name}.tp_getset = attributes_${name};
  return PyType_Ready(&type_${name}) == 0;
}
`;
}
