/**
 * Which virtual methods a class's trampoline overrides: its own, and those that its bases declare.
 * Bases come before derived classes here.
 */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Callable } from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { Module } from "../model/model.js";

export function inheritOverrides(module: Module, report: (diagnostic: Diagnostic) => void): Module {
  const declared = new Map<string, readonly Callable[]>();
  const overridesOf = (each: Class) => {
    const own = each.methods.filter((method) => method.overriding !== undefined);
    const ofBases = each.bases.flatMap((base) => declared.get(base) ?? []);
    const inherited = ofBases.filter((method) => !own.some((one) => isSame(one, method)));
    declared.set(each.pythonPath, [...own, ...inherited]);
    return { own, inherited };
  };
  for (const each of module.imports.flatMap(({ classes }) => classes)) overridesOf(each);
  const classes = module.classes.map((each) => {
    const { own, inherited } = overridesOf(each);
    if (own.length === 0) return each;
    for (const method of inherited) reportIfPure(each, method, report);
    if (each.copyable && [...own, ...inherited].some((method) => method.overriding?.isPure)) {
      report(diagnose("GB4017", { name: each.pythonPath }, { span: each.span }));
    }
    return { ...each, overridable: [...own, ...inherited] };
  });
  return { ...module, classes };
}

/** Whether the class implements it is not to be seen in the spec. */
function reportIfPure(
  each: Class,
  method: Callable,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (method.overriding?.isPure !== true) return;
  const given = { name: each.pythonPath, method: method.pythonPath };
  const related = [{ message: "declared here", span: method.span }];
  report(diagnose("GB2020", given, { span: each.span, related }));
}

function isSame(first: Callable, second: Callable): boolean {
  const signature = ({ name, parameters }: Callable) =>
    [name, ...parameters.map((each) => each.type.cpp)].join(", ");
  return signature(first) === signature(second);
}
