/** Warns of factories whose objects can't call overrides. */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import type { Class } from "../../model/class.js";
import type { Module } from "../../model/model.js";

export function checkFactories(module: Module): readonly Diagnostic[] {
  return module.classes.flatMap(checkClass);
}

function checkClass({ pythonPath, overridable, constructors }: Class): readonly Diagnostic[] {
  const [virtual] = overridable;
  // What a factory returns is known to the compiler alone.
  const factory = constructors.find((each) => each.result === "deduced");
  if (virtual === undefined || factory === undefined) return [];
  const given = { name: pythonPath, method: virtual.id };
  return [diagnose("GB3025", given, { span: factory.targetSpan })];
}
