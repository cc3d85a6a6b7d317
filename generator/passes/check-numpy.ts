/** Types of NumPy in a module that does not say that it uses it. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { callablesOf, type Module } from "../model/model.js";
import type { ResolvedType } from "../model/type.js";

export function checkNumpy(module: Module): readonly Diagnostic[] {
  if (module.usesNumpy) return [];
  return callablesOf(module).flatMap(({ parameters, result, resultSpan }) => {
    const returned =
      result === "deduced" ? [] : [{ type: result, typeText: result.python, typeSpan: resultSpan }];
    return [...parameters, ...returned]
      .filter(({ type }) => isNumpys(type))
      .map(({ typeText, typeSpan }) => diagnose("GB4061", { what: typeText }, { span: typeSpan }));
  });
}

function isNumpys({ value }: ResolvedType): boolean {
  return value.includes("::boost::python::numpy::");
}
