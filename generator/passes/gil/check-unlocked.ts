/** Warns of methods that change their object while no GIL and no lock keeps another thread out. */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import { type Callable, takesObject } from "../../model/callable.js";
import type { Class } from "../../model/class.js";
import type { Module } from "../../model/model.js";
import { mayUseSelfDetached } from "./states.js";

export function checkUnlocked(module: Module): readonly Diagnostic[] {
  return module.classes.flatMap(checkClass);
}

/** Once for each class, as it is mostly the class that gets a lock. */
function checkClass({ pythonPath, methods, properties }: Class): readonly Diagnostic[] {
  const accessors = properties.flatMap(({ get, set }) => (set === undefined ? [get] : [get, set]));
  const found = [...methods, ...accessors].filter(changesUnlocked);
  const [first, ...others] = found;
  if (first === undefined) return [];
  const members = found.map((each) => `"${each.id}"`).join(", ");
  const related = others.map((each) => ({ message: "and this one", span: each.span }));
  // Steps are several regions, which no lock spans.
  const fix = first.implementation.form === "steps" ? '"lock": "none"' : '"lock": "self"';
  const given = { name: pythonPath, members, first: first.id, fix };
  return [diagnose("GB3021", given, { span: first.span, related })];
}

function changesUnlocked(callable: Callable): boolean {
  const { kind, lock, locks, mutates, overriding } = callable;
  if (!takesObject(kind) || !mayUseSelfDetached(callable)) return false;
  const isConst = overriding?.isConst === true && mutates.span === undefined;
  if (!mutates.value || isConst) return false;
  // That no lock is needed may be said; that none was thought of may not be passed over.
  const isSaid = lock.value.form === "none" && lock.span !== undefined;
  return !isSaid && !locks.some((each) => each.form === "module" || each.name === "self");
}
