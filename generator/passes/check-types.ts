/** Types that C++ knows and Boost.Python can't pass. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Callable, Parameter } from "../model/callable.js";
import { callablesOf, type Module } from "../model/model.js";
import { type ResolvedType, spelling } from "../model/type.js";
import { isPassed } from "./standard-types.js";

export function checkTypes(module: Module): readonly Diagnostic[] {
  return callablesOf(module).flatMap((each) => [
    ...each.parameters.flatMap(checkParameter),
    ...checkResult(each),
    ...checkOverride(each),
  ]);
}

/** What C++ passes to an override would be a std::function, which a trampoline can't hand on. */
function checkOverride({ overriding, parameters }: Callable): readonly Diagnostic[] {
  if (overriding === undefined) return [];
  return parameters
    .filter((each) => each.type.kind === "callback")
    .map(({ name, typeText, typeSpan }) => {
      const given = { what: `the parameter "${name}" of a virtual method`, type: typeText };
      return diagnose("GB4010", given, { span: typeSpan });
    });
}

function checkParameter({ name, type, typeText, typeSpan }: Parameter): readonly Diagnostic[] {
  if (isImpossible(type)) {
    const given = { what: `the parameter "${name}"`, type: typeText };
    return [diagnose("GB4010", given, { span: typeSpan })];
  }
  if (!isPassed(type)) {
    return [diagnose("GB4001", { type: spelling(type) }, { span: typeSpan })];
  }
  if (!neverMatches(type)) return [];
  return [diagnose("GB4007", { name, type: typeText }, { span: typeSpan })];
}

/** What does not compile, or has no converter whatever the spec declares. */
function isImpossible(type: ResolvedType): boolean {
  const isMutable = type.indirection === "reference" || type.indirection === "pointer";
  return (
    type.cpp.includes("&&") ||
    /\*.*\*/.test(type.cpp.replace(/<.*>/s, "")) ||
    (type.kind === "callback" && isMutable) ||
    (type.kind === "shared-pointer" && type.cpp.includes("<const ")) ||
    type.cpp === "::PyObject"
  );
}

/** A reference or pointer to what Python keeps as a value of its own. */
function neverMatches({ kind, indirection, value }: ResolvedType): boolean {
  if (kind === "text" && /^(const )?char\b/.test(value)) return false;
  const values = ["fundamental", "text", "enumeration", "standard", "bytes"];
  return values.includes(kind) && (indirection === "reference" || indirection === "pointer");
}

function checkResult({ result, kind, span, targetSpan }: Callable): readonly Diagnostic[] {
  if (result === "deduced" || kind === "constructor") return [];
  const refused =
    (result.kind === "shared-pointer" && result.cpp.includes("<const ")) ||
    result.cpp === "::PyObject";
  if (!refused) return [];
  const given = { what: "the result", type: result.python };
  return [diagnose("GB4010", given, { span: targetSpan ?? span })];
}
