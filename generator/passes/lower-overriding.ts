/** What makes a method one that Python classes may override, and what does not fit with that. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Callable, DeclaredValue, Overriding } from "../model/callable.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { Context } from "./context.js";
import { checkValue, declaredValue, errorClass, errorPolicyOf } from "./lower-error-policy.js";
import { ADAPTING_KEYS } from "./lower-parameters.js";
import { type Level, resolveSetting } from "./resolve-settings.js";
import { holdsBytes, isPassed } from "./standard-types.js";

type MethodSpec = NonNullable<ClassSpec["methods"]>[number];

export function lowerOverriding(
  context: Context,
  spec: MethodSpec,
  path: Path,
  levels: readonly Level[],
  callable: Callable,
): Overriding | undefined {
  const { located, report } = context;
  const { identifier, result, gil } = callable;
  if (spec.virtual === undefined) {
    for (const key of ["onError", "thread"] as const) {
      if (spec[key] === undefined) continue;
      report(diagnose("GB2018", { key, name: spec.name }, { span: located.atKey(path, key) }));
    }
    return undefined;
  }
  const clashing = (["static", "steps", "cpp"] as const).find((key) => clashes(spec, key));
  if (clashing !== undefined) {
    const given = { key: clashing, name: spec.name };
    report(diagnose("GB2019", given, { span: located.atKey(path, clashing) }));
  }
  checkUnadapted(context, spec, path);
  if (gil.value.name === "guard") {
    report(diagnose("GB2019", { key: "gil", name: spec.name }, { span: gil.span }));
  }
  checkPythonTypes(context, callable);
  if (result !== "deduced" && !isReturnable(result)) {
    const given = { name: spec.name, type: spec.returns ?? "" };
    report(diagnose("GB4014", given, { span: located.at(...path, "returns") }));
  }
  if (result !== "deduced") checkValue(context, spec.onError, result, path, spec.name);
  const onError = resolveSetting(
    context,
    levels,
    "onError",
    errorPolicyOf(undefined),
    errorPolicyOf,
  );
  return {
    isPure: spec.virtual === "pure",
    isConst: spec.const ?? false,
    onError,
    errorClass: errorClass(onError.value, `override_${identifier}`),
    thread: spec.thread ?? "caller",
    mode: resolveSetting(context, levels, "overrides", "any", (written) => written),
  };
}

/** C++ calls an override with the arguments, and takes the result, that the function itself has. */
function checkUnadapted({ located, report }: Context, spec: MethodSpec, path: Path): void {
  const refuse = (key: string, at: Path) =>
    report(diagnose("GB2019", { key, name: spec.name }, { span: located.atKey(at, key) }));
  for (const key of ["expression", "fails", "length"] as const) {
    if (spec[key] !== undefined) refuse(key, path);
  }
  for (const [index, each] of (spec.params ?? []).entries()) {
    const key = ADAPTING_KEYS.find((one) => each[one] !== undefined && each[one] !== "in");
    if (key !== undefined) refuse(key, [...path, "params", index]);
  }
}

/** A trampoline overrides a virtual member function by its own name. */
function clashes(spec: MethodSpec, key: "static" | "steps" | "cpp"): boolean {
  if (key === "cpp") return spec.cpp !== undefined && !/^\w+$/.test(spec.cpp);
  return key === "static" ? spec.static === true : spec.steps !== undefined;
}

/**
 * C++ may call the virtual method detached, where no Python object can be passed or dropped. Bytes
 * are of a class of the generated code.
 */
function checkPythonTypes({ report }: Context, callable: Callable): void {
  for (const { name, type, typeText, typeSpan } of callable.parameters) {
    if (!type.ownsPython && !holdsBytes(type)) continue;
    const what = `the parameter "${name}" of a virtual method`;
    report(diagnose("GB4006", { type: typeText, what }, { span: typeSpan }));
  }
  const { result, resultSpan } = callable;
  if (result === "deduced") return;
  if (!result.ownsPython && !holdsBytes(result) && isPassed(result)) return;
  const what = "the result of a virtual method";
  report(diagnose("GB4006", { type: result.python, what }, { span: resultSpan }));
}

/** What Python returns lives as long as the call; only a value outlives it. */
function isReturnable(type: ResolvedType): boolean {
  if (type.kind === "void") return type.indirection === "value";
  return type.indirection === "value" || type.kind === "shared-pointer";
}

/** The values that overrides give to C++ where Python gives none. */
export function valuesOfOverrides(callables: readonly Callable[]): readonly DeclaredValue[] {
  return callables.flatMap(({ overriding, identifier, result, logicalPath, span }) => {
    if (overriding === undefined || result === "deduced") return [];
    const { value, span: written } = overriding.onError;
    const name = `override_${identifier}`;
    return declaredValue(value, name, result.cpp, logicalPath, written ?? span);
  });
}
