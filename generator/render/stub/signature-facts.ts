/** What the signatures of a module refer to: its classes and their bases, its enumerators, its conversions. */
import { knownClasses, knownEnumerations, stubName } from "../../model/imported.js";
import type { Module } from "../../model/model.js";
import type { Bases } from "./annotations.js";
import type { SignatureFacts } from "./functions.js";
import { groupBy } from "./group-by.js";

export function signatureFacts(module: Module): SignatureFacts {
  return {
    bases: basesOf(module),
    enumerators: enumeratorsOf(module),
    conversions: conversionsOf(module),
    presences: module.presences,
  };
}

function basesOf(module: Module): Bases {
  return new Map<string, readonly string[]>([
    ...knownClasses(module).map(
      ({ pythonPath, bases }) =>
        [stubName(module, pythonPath), bases.map((base) => stubName(module, base))] as const,
    ),
    ...knownEnumerations(module).map(
      ({ pythonPath }) => [stubName(module, pythonPath), ["builtins.int"]] as const,
    ),
  ]);
}

function conversionsOf({ conversions }: Module): ReadonlyMap<string, readonly string[]> {
  const groups = groupBy(conversions, ({ to }) => to.value);
  return new Map(
    [...groups].map(([value, all]) => [value, all.map(({ from }) => from.annotation.argument)]),
  );
}

function enumeratorsOf(module: Module): ReadonlyMap<string, string> {
  return new Map(
    knownEnumerations(module).flatMap(({ pythonPath, values }) =>
      values.map(({ name, cpp }) => [cpp, `${stubName(module, pythonPath)}.${name}`] as const),
    ),
  );
}
