/** Refuses a `when` that looks at anything but the parameters of its call. */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import type { Span } from "../../diagnostics/source-text.js";
import type { Callable } from "../../model/callable.js";
import type { Class } from "../../model/class.js";
import { freeNames, variableNames } from "../../model/expression.js";
import { callablesOf, type Module } from "../../model/model.js";

interface Condition {
  readonly callable: Callable;
  readonly when: string;
  /** What it names that is of the object, for people: `self`, `the member "size"`. */
  readonly ofObject: string | undefined;
}

/** A condition set on a class or on the module is told once, with all that it does not fit. */
export function checkConditions(module: Module): readonly Diagnostic[] {
  const callables = callablesOf(module);
  const conditions = callables.flatMap((callable) => conditionOf(callable, module.classes));
  const overObject = conditions.filter((each) => each.ofObject !== undefined);
  const others = conditions.filter((each) => each.ofObject === undefined);
  const blind = others.filter(({ callable, when }) => namesNoParameter(callable, when));
  const strange = others.filter((each) => !blind.includes(each));
  return [
    ...onePerPlace(blind).map(({ when, names, span, callable }) =>
      diagnose("GB3009", { when, names, near: nearParameter(callable, when) }, { span }),
    ),
    ...onePerPlace(overObject).map(({ when, names, span, ofObject: named = "" }) =>
      diagnose("GB3010", { when, names, named }, { span }),
    ),
    ...onePerPlace(strange).flatMap((each) => checkNames(each, callables)),
  ];
}

function conditionOf(callable: Callable, classes: readonly Class[]): readonly Condition[] {
  const { when } = callable.gil.value;
  if (when === undefined) return [];
  return [{ callable, when, ofObject: objectIn(callable, when, classes) }];
}

function namesNoParameter({ parameters }: Callable, when: string): boolean {
  const names = freeNames(when);
  return !parameters.some((each) => names.has(each.name));
}

/** "Did you mean" of the first name in the condition that is nearly a parameter. */
function nearParameter({ parameters }: Callable, when: string): string {
  const texts = [...variableNames(when)].map((each) => didYouMean(each, parameters.map(nameOf)));
  return texts.find((each) => each !== "") ?? "";
}

function objectIn(callable: Callable, when: string, all: readonly Class[]): string | undefined {
  const names = freeNames(when);
  if (names.has("self")) return "self";
  if (names.has("this")) return "this";
  const own = all.find(({ methods, properties }) =>
    [...methods, ...properties.flatMap((each) => [each.get, each.set])].includes(callable),
  );
  const members = new Set([...(own?.attributes ?? []), ...(own?.properties ?? [])].map(nameOf));
  const parameters = new Set(callable.parameters.map(nameOf));
  const named = [...variableNames(when)].find((each) => members.has(each) && !parameters.has(each));
  return named === undefined ? undefined : `the member "${named}"`;
}

/** Without a C++ parser: names that are known to be something else. */
function checkNames(
  { callable, when }: Condition,
  all: readonly Callable[],
): readonly Diagnostic[] {
  const own = new Set(callable.parameters.map(nameOf));
  return [...variableNames(when)].flatMap((named) => {
    const why = own.has(named) ? undefined : whatElse(named, all);
    if (why === undefined) return [];
    const given = { when, name: callable.id, named, why };
    return [diagnose("GB3024", given, { span: callable.gil.span })];
  });
}

function whatElse(name: string, all: readonly Callable[]): string | undefined {
  if (name.startsWith("gen_bindings")) return "it is a name of the generated code";
  const owner = all.find((each) => each.parameters.some((one) => one.name === name));
  if (owner !== undefined) return `it is a parameter of "${owner.id}"`;
  const steps = all.find(
    ({ implementation }) =>
      implementation.form === "steps" && implementation.steps.some((step) => step.as === name),
  );
  return steps === undefined ? undefined : `it is a value of the steps of "${steps.id}"`;
}

/** The first of those that are written at one place, with the names of all. */
interface Place extends Condition {
  readonly names: string;
  readonly span: Span | undefined;
}

function onePerPlace(conditions: readonly Condition[]): readonly Place[] {
  const byPlace = new Map<number | undefined, Place>();
  for (const each of conditions) {
    const { id, gil } = each.callable;
    const earlier = byPlace.get(gil.span?.start);
    const names = earlier === undefined ? `"${id}"` : `${earlier.names}, "${id}"`;
    byPlace.set(gil.span?.start, { ...(earlier ?? each), names, span: gil.span });
  }
  return [...byPlace.values()];
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
