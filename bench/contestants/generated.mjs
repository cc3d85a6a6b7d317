/** What this project generates from a spec, by each way of dispatch. */
import { join } from "node:path";
import { projectFolder } from "../../scripts/program.mjs";
import { cppType, parameterType } from "../cpp.mjs";

/** @param {"boost" | "fast"} dispatch */
export function generated(dispatch) {
  return {
    id: `generated_${dispatch}`,
    title: `generated, dispatch ${dispatch}`,
    /** @param {import("../cpp.mjs").Description} description */
    sources: (description) => ({
      "bench.spec.json": JSON.stringify(specOf(description, dispatch), undefined, 2),
    }),
    commands: () => [
      [process.execPath, join(projectFolder, "dist", "cli.js"), "bench.spec.json", "-o", "out"],
    ],
  };
}

/**
 * @param {import("../cpp.mjs").Description} description
 * @returns {object} The spec of the same functions.
 */
function specOf({ module, functions, classes, positional }, dispatch) {
  const params = (list) =>
    list.map(({ name, type }) => ({ ...(!positional && { name }), type: parameterType(type) }));
  const callable = ({ name, params: list, returns, release }) => ({
    name,
    params: params(list),
    returns,
    ...(release && { gil: "release" }),
  });
  return {
    module: {
      name: module,
      namespace: "bench",
      headers: ["functions.hpp"],
      sources: ["functions.cpp"],
    },
    defaults: { dispatch },
    classes: classes.map(({ name, fields, methods, attributes }) => ({
      name,
      cpp: cppType(name),
      constructors: [{ params: params(fields) }],
      methods: methods.map(callable),
      attributes: fields.filter(({ name: field }) => attributes.includes(field)),
    })),
    functions: functions.map(callable),
  };
}
