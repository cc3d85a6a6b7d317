/** Refuses a module for free-threaded Python: no Boost.Python that is out can make one. */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import type { LocatedSpec } from "../../spec/validate.js";

/** Without mod_gil_not_used() (boostorg/python#504, #508) an import switches the GIL on. */
export function checkFreeThreading({ spec, at }: LocatedSpec): readonly Diagnostic[] {
  if (spec.module.freeThreaded !== true) return [];
  const span = at("module", "freeThreaded");
  return [diagnose("GB3026", { name: spec.module.name }, { span })];
}
