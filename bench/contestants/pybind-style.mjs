/** pybind11 and nanobind, whose bindings differ in little but names. */
import { cppType } from "../cpp.mjs";

export const pybind11 = {
  id: "pybind11",
  title: "pybind11",
  sources: (description) =>
    bindings(description, {
      includes: ["pybind11/pybind11.h"],
      namespace: "pybind11",
      moduleMacro: "PYBIND11_MODULE",
      readWrite: "def_readwrite",
    }),
};

export const nanobind = {
  id: "nanobind",
  title: "nanobind",
  sources: (description) =>
    bindings(description, {
      includes: ["nanobind/nanobind.h", "nanobind/stl/string.h"],
      namespace: "nanobind",
      moduleMacro: "NB_MODULE",
      readWrite: "def_rw",
    }),
};

/** @param {import("../cpp.mjs").Description} description */
function bindings({ module, functions, classes, positional }, library) {
  const keywords = (params) =>
    positional ? "" : params.map(({ name }) => `, library::arg("${name}")`).join("");
  return {
    "module.cpp": [
      ...library.includes.map((each) => `#include <${each}>`),
      `#include "functions.hpp"\n\nnamespace library = ${library.namespace};\n`,
      `${library.moduleMacro}(${module}, m) {`,
      ...classes.map((each) => classText(each, keywords, library)),
      ...functions.map(({ name, params, release }) => {
        const guard = release ? ", library::call_guard<library::gil_scoped_release>()" : "";
        return `  m.def("${name}", &bench::${name}${guard}${keywords(params)});`;
      }),
      "}\n",
    ].join("\n"),
  };
}

function classText({ name, fields, methods, attributes }, keywords, { readWrite }) {
  const cpp = cppType(name);
  const types = fields.map(({ type }) => type).join(", ");
  return [
    `  library::class_<${cpp}>(m, "${name}")`,
    `    .def(library::init<${types}>()${keywords(fields)})`,
    ...methods.map(
      (each) => `    .def("${each.name}", &${cpp}::${each.name}${keywords(each.params)})`,
    ),
    ...attributes.map((each) => `    .${readWrite}("${each}", &${cpp}::${each})`),
    "    ;",
  ].join("\n");
}
