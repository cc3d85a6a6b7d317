/** Cython, as its tutorial on C++ has it: typed functions, and classes that hold a pointer. */
import { parameterType } from "../cpp.mjs";

export const cython = {
  id: "cython",
  title: "Cython",
  /** @param {import("../cpp.mjs").Description} description */
  sources({ module, functions, classes }) {
    return {
      [`${module}.pyx`]: [
        "# cython: language_level=3, c_string_type=str, c_string_encoding=utf8",
        "from libcpp.string cimport string",
        "from libc.stdint cimport *\n",
        'cdef extern from "functions.hpp" namespace "bench" nogil:',
        ...classes.map(declaredClass),
        ...functions.map(
          ({ name, params, returns }) =>
            `    ${returns} cpp_${name} "bench::${name}"(${params.map(cppParameter).join(", ")}) except +`,
        ),
        "",
        ...classes.map(classText),
        ...functions.map(functionText),
      ].join("\n"),
    };
  },
  /** What turns these sources into C++, run in their folder. */
  commands: ({ module }, { python }) => [
    [python, "-m", "cython", "--cplus", "-o", "module.cpp", `${module}.pyx`],
  ],
};

function cppParameter({ type }) {
  return parameterType(type)
    .replace("std::", "")
    .replace(/bench::(\w+)/, "cpp_$1");
}

function declaredClass({ name, fields, methods }) {
  const types = fields.map(cppParameter).join(", ");
  return [
    `    cdef cppclass cpp_${name} "bench::${name}":`,
    `        cpp_${name}(${types}) except +`,
    ...fields.map((field) => `        ${field.type} ${field.name}`),
    ...methods.map(
      (each) =>
        `        ${each.returns} ${each.name}(${each.params.map(cppParameter).join(", ")}) except +`,
    ),
  ].join("\n");
}

function pythonParameters(params) {
  return params.map(({ name, type }) =>
    /^[A-Z]/.test(type) ? `${type} ${name} not None` : `${type.replace("std::", "")} ${name}`,
  );
}

function given(params) {
  return params
    .map(({ name, type }) => (/^[A-Z]/.test(type) ? `${name}.held[0]` : name))
    .join(", ");
}

function classText({ name, fields, methods, attributes }) {
  return [
    `cdef class ${name}:`,
    `    cdef cpp_${name}* held`,
    `    def __cinit__(self, ${pythonParameters(fields).join(", ")}):`,
    `        self.held = new cpp_${name}(${given(fields)})`,
    "    def __dealloc__(self):",
    "        del self.held",
    ...methods.map(
      (each) =>
        `    def ${each.name}(${["self", ...pythonParameters(each.params)].join(", ")}):\n` +
        `        return self.held.${each.name}(${given(each.params)})`,
    ),
    ...attributes.map(
      (each) =>
        `    @property\n    def ${each}(self):\n        return self.held.${each}\n` +
        `    @${each}.setter\n    def ${each}(self, value):\n        self.held.${each} = value`,
    ),
    "",
  ].join("\n");
}

function functionText({ name, params, returns, release }) {
  const call = `cpp_${name}(${given(params)})`;
  const isVoid = returns === "void";
  const direct = [`    ${isVoid ? "" : "return "}${call}`];
  const released = isVoid
    ? ["    with nogil:", `        ${call}`]
    : [
        `    cdef ${returns} returned`,
        "    with nogil:",
        `        returned = ${call}`,
        "    return returned",
      ];
  return [
    `def ${name}(${pythonParameters(params).join(", ")}):`,
    ...(release ? released : direct),
    "",
  ].join("\n");
}
