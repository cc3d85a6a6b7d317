/** What runs before an example: its own statements, behind the imports that its module has. */
import type { Module } from "../model/model.js";
import { pythonString } from "./literals.js";

/** As a Python literal. Examples find the modules that theirs imports by their names. */
export function setupLiteral({ imports }: Pick<Module, "imports">, setup = ""): string {
  const statements = imports.flatMap(({ module }) =>
    module === undefined ? [] : [`import ${module}`],
  );
  return pythonString([...statements, setup].filter((each) => each !== "").join("\n"));
}
