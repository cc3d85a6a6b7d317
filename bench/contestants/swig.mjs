/** SWIG, with the types that it builds in C (-builtin), and keywords. It reads the C++ header by itself. */

export const swig = {
  id: "swig",
  title: "SWIG -builtin",
  /** @param {import("../cpp.mjs").Description} description */
  sources({ module, functions }) {
    const released = functions.filter((each) => each.release);
    return {
      "module.i": [
        `%module(threads="1") ${module}`,
        '%{\n#include "functions.hpp"\n%}',
        "%include <stdint.i>\n%include <std_string.i>\n%include <exception.i>",
        "%exception {\n  try { $action }",
        "  catch (const std::exception& error) { SWIG_exception(SWIG_RuntimeError, error.what()); }\n}",
        "%nothread;",
        ...released.map(({ name }) => `%thread bench::${name};`),
        '%include "functions.hpp"\n',
      ].join("\n"),
    };
  },
  commands: (_description, { python }) => [
    [
      ...[python, "-c", "from swig import swig; swig()"],
      ...["-python", "-c++", "-builtin", "-keyword", "-O", "-o", "module.cpp", "module.i"],
    ],
  ],
};
