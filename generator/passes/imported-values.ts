/** The values of error policies that imported specs declare and the module names. */
import type { Module } from "../model/model.js";

/** With a class of each, as every module has its own of what it names. */
export function withImportedValues(module: Module): Module {
  const values = module.imports.flatMap((each) => each.declaredValues);
  if (values.length === 0) return module;
  const overridings = module.classes.flatMap((each) => each.overridable);
  const classes = [
    ...module.callbacks.map((each) => each.errorClass),
    ...overridings.map(({ overriding }) => overriding?.errorClass ?? ""),
  ];
  const words = new Set(classes.flatMap((text) => text.match(/\w+/g) ?? []));
  const named = values.filter((each) => words.has(each.identifier));
  return { ...module, declaredValues: [...named, ...module.declaredValues] };
}
