/** Hand-written Boost.Python, as its tutorial has it. */
import { cppType, parameterList } from "../cpp.mjs";

export const boostPython = {
  id: "boost_python",
  title: "hand-written Boost.Python",
  /** @param {import("../cpp.mjs").Description} description */
  sources({ module, functions, classes, positional }) {
    const keywords = (params) =>
      positional || params.length === 0
        ? ""
        : `, (${params.map(({ name }) => `arg("${name}")`).join(", ")})`;
    const released = functions.filter((each) => each.release);
    return {
      "module.cpp": [
        '#include <boost/python.hpp>\n#include "functions.hpp"\n',
        ...(released.length > 0 ? [guard] : []),
        ...released.map(wrapper),
        `BOOST_PYTHON_MODULE(${module}) {`,
        "  using namespace boost::python;",
        ...classes.map((each) => classText(each, keywords)),
        ...functions.map(
          ({ name, params, release }) =>
            `  def("${name}", &${release ? `released_${name}` : `bench::${name}`}${keywords(params)});`,
        ),
        "}\n",
      ].join("\n"),
    };
  },
};

const guard = `struct without_gil {
  PyThreadState* state = PyEval_SaveThread();
  ~without_gil() { PyEval_RestoreThread(state); }
};
`;

function wrapper({ name, params, returns }) {
  const given = params.map((each) => each.name).join(", ");
  return `${returns} released_${name}(${parameterList(params)}) {
  const without_gil released;
  return bench::${name}(${given});
}
`;
}

function classText({ name, fields, methods, attributes }, keywords) {
  const cpp = cppType(name);
  const types = fields.map(({ type }) => type).join(", ");
  return [
    `  class_<${cpp}>("${name}", init<${types}>(${keywords(fields).replace(/^, /, "")}))`,
    ...methods.map(
      (each) => `    .def("${each.name}", &${cpp}::${each.name}${keywords(each.params)})`,
    ),
    ...attributes.map((each) => `    .def_readwrite("${each}", &${cpp}::${each})`),
    "    ;",
  ].join("\n");
}
