/**
 * Mutants of the runtime headers: a guard in them that does nothing. Each is run with the module
 * that has most to do with that header.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @type {readonly { rule: string, module: string, header: string, guard: "with_gil" | "without_gil" }[]} */
export const runtimeRules = [
  {
    rule: "runtime: callbacks not attached",
    module: "example",
    header: "callback.hpp",
    guard: "with_gil",
  },
  {
    rule: "runtime: overrides not attached",
    module: "virtuals",
    header: "call_override.hpp",
    guard: "with_gil",
  },
  {
    rule: "runtime: base not detached",
    module: "virtuals",
    header: "call_override.hpp",
    guard: "without_gil",
  },
  {
    rule: "runtime: locks waited for attached",
    module: "locks",
    header: "object_lock.hpp",
    guard: "without_gil",
  },
  {
    rule: "runtime: objects let go detached",
    module: "destructors",
    header: "python_reference.hpp",
    guard: "with_gil",
  },
];

/**
 * Puts the mutants into the headers of a generated folder.
 *
 * @param {string} folder
 * @param {string} module
 * @param {number} first The number of the first one.
 * @returns {readonly import("./schemata.mjs").Mutant[]}
 */
export function addRuntimeMutants(folder, module, first) {
  const mutants = [];
  for (const { rule, header, guard } of runtimeRules.filter((each) => each.module === module)) {
    const path = join(folder, "include", "gen_bindings", header);
    const text = readFileSync(path, "utf8").replaceAll(
      new RegExp(`^( +)const ${guard} (\\w+);$`, "gm"),
      (_line, indent, name) => {
        const number = first + mutants.length;
        mutants.push({ number, rule, place: `${header}, ${mutants.length + 1}`, identifier: "" });
        const runs = `::gen_bindings_mutants::runs(${number})`;
        return `${indent}::std::optional<${guard}> ${name};\n${indent}if (!${runs}) ${name}.emplace();`;
      },
    );
    const includes = '#include <optional>\n\n#include "mutants.hpp"\n';
    writeFileSync(path, text.replace("#pragma once\n", `#pragma once\n\n${includes}`));
  }
  return mutants;
}
