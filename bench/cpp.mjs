/**
 * The C++ that every contestant binds, printed from the one description of the functions.
 *
 * @typedef {{ name: string, type: string }} Parameter
 * @typedef {{ name: string, params: readonly Parameter[], returns: string, body: string, release?: boolean }} Function
 * @typedef {{ name: string, fields: readonly Parameter[], methods: readonly (Function & { const?: boolean })[], attributes: readonly string[] }} Class
 *   Its one constructor takes its fields, in order.
 * @typedef {{ module: string, functions: readonly Function[], classes: readonly Class[], inline?: boolean, positional?: boolean }} Description
 *   inline: bodies stand in the header, else behind a call that no compiler looks through;
 *   positional: Python can't name the arguments.
 */

/** How C++ takes it: what is not an arithmetic type by reference. */
export function parameterType(type) {
  return type === "std::string" || /^[A-Z]/.test(type) ? `const ${cppType(type)}&` : type;
}

/** Its name from anywhere. */
export function cppType(type) {
  return /^[A-Z]/.test(type) ? `bench::${type}` : type;
}

/** `int a, const std::string& text` */
export function parameterList(params) {
  return params.map(({ name, type }) => `${parameterType(type)} ${name}`).join(", ");
}

/**
 * @param {Description} description
 * @returns {Record<string, string>} The files: functions.hpp and functions.cpp.
 */
export function cppSources({ functions, classes, inline = false }) {
  const bodies = inline ? "" : definitions(functions, classes);
  return {
    "functions.hpp": [
      "#pragma once\n#include <cstdint>\n#include <string>\n\nnamespace bench {\n",
      ...classes.map((each) => classText(each, inline)),
      ...functions.map((each) =>
        inline ? `inline ${signature(each)} { ${each.body} }` : `${signature(each)};`,
      ),
      "\n}  // namespace bench\n",
    ].join("\n"),
    "functions.cpp": `#include "functions.hpp"\n\nnamespace bench {\n\n${bodies}\n\n}  // namespace bench\n`,
  };
}

function signature({ name, params, returns }, owner = "") {
  return `${returns} ${owner}${name}(${parameterList(params)})`;
}

function constness(method) {
  return method.const ? " const" : "";
}

function classText({ name, fields, methods }, inline) {
  const initializers = fields.map((field) => `${field.name}(${field.name})`).join(", ");
  return [
    `struct ${name} {`,
    ...fields.map((field) => `  ${field.type} ${field.name};`),
    `  explicit ${name}(${parameterList(fields)})${inline ? ` : ${initializers} {}` : ";"}`,
    ...methods.map((method) => {
      const declared = `  ${signature(method)}${constness(method)}`;
      return inline ? `${declared} { ${method.body} }` : `${declared};`;
    }),
    "};\n",
  ].join("\n");
}

function definitions(functions, classes) {
  const ofClasses = classes.flatMap(({ name, fields, methods }) => [
    `${name}::${name}(${parameterList(fields)}) : ` +
      `${fields.map((field) => `${field.name}(${field.name})`).join(", ")} {}`,
    ...methods.map((each) => `${signature(each, `${name}::`)}${constness(each)} { ${each.body} }`),
  ]);
  return [...ofClasses, ...functions.map((each) => `${signature(each)} { ${each.body} }`)].join(
    "\n",
  );
}
