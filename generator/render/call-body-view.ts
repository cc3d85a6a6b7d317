/** What the template of a call body prints: everything a GIL policy means, for one callable. */
import { freeNames } from "../model/expression.js";
import type { Callable, GilPolicy, Step } from "../model/model.js";
import type { ResolvedType } from "../model/type.js";
import { cppString } from "./literals.js";

export interface CallBodyView {
  readonly id: string;
  /** A comment: "f(say, seconds): guard". */
  readonly summary: string;
  readonly name: string;
  readonly idLiteral: string;
  readonly logicalPathLiteral: string;
  readonly result: string;
  readonly parameters: string;
  /** Types that must own no Python object, because they live while detached. */
  readonly detachedTypes: readonly string[];
  readonly isHold: boolean;
  readonly isRelease: boolean;
  readonly isGuard: boolean;
  readonly isSteps: boolean;
  /** For `release … when`: the condition with the parameters it names. */
  readonly condition: ConditionView | null;
  /** The statement that runs, `return` included. */
  readonly statement: string;
  readonly regions: readonly RegionView[];
  readonly returnStatement: string;
}

interface ConditionView {
  readonly expression: string;
  readonly parameters: string;
  readonly arguments: string;
  readonly logicalPathLiteral: string;
}

/** Adjacent steps of one state. */
interface RegionView {
  readonly isReleased: boolean;
  readonly steps: readonly StepView[];
}

interface StepView {
  readonly expression: string;
  readonly logicalPathLiteral: string;
  readonly isBound: boolean;
  readonly isNamed: boolean;
  /** The value is made, or named later, in a release step. */
  readonly isDetached: boolean;
  readonly bound: string;
  readonly as: string;
}

export function callBodyView(callable: Callable): CallBodyView {
  const { gil, implementation, parameters } = callable;
  const policy = gil.value;
  const returnsVoid = isVoid(callable.result);
  const steps = implementation.form === "steps" ? implementation.steps : [];
  const expression = implementation.form === "call" ? implementation.expression : "";
  const regions = regionViews(callable, steps, returnsVoid);
  return {
    id: callable.id,
    summary: `${callable.id}(${parameters.map((each) => each.name).join(", ")}): ${policyText(policy)}`,
    name: callable.body,
    idLiteral: cppString(callable.id),
    logicalPathLiteral: cppString(callable.logicalPath),
    result: resultType(callable.result),
    parameters: parameterList(callable),
    detachedTypes: detachedTypes(callable, expression),
    isHold: policy.name === "hold",
    isRelease: policy.name === "release",
    isGuard: policy.name === "guard",
    isSteps: policy.name === "steps",
    condition: conditionView(callable),
    statement: returnsVoid ? `${expression};` : `return ${expression};`,
    regions,
    returnStatement: steps.length > 0 && !returnsVoid ? `return ${resultOfSteps(regions)};` : "",
  };
}

function policyText(policy: GilPolicy): string {
  // The condition itself is user's code: it does not belong into a comment.
  return policy.when === undefined ? policy.name : `${policy.name} when its condition holds`;
}

function isVoid(type: ResolvedType | "deduced"): boolean {
  return type !== "deduced" && type.kind === "void" && type.indirection === "value";
}

/** Results are values: what a reference refers to is copied while the region still stands. */
function resultType(type: ResolvedType | "deduced"): string {
  return type === "deduced" ? "auto" : isVoid(type) ? "void" : fromKind(type);
}

function fromKind(type: ResolvedType): string {
  return type.kind === "shared-pointer" || type.indirection === "pointer" ? type.cpp : type.value;
}

function parameterList({ implementation, parameters, self }: Callable): string {
  const steps = implementation.form === "steps" ? implementation.steps : undefined;
  const named = new Set(steps?.flatMap((step) => [...freeNames(step.expression)]));
  const attribute = (name: string) =>
    steps === undefined || named.has(name) ? "" : "[[maybe_unused]] ";
  return [
    ...(self === undefined ? [] : [`${attribute("self")}${self}& self`]),
    ...parameters.map(({ name, type }) => `${attribute(name)}${parameterType(type)} ${name}`),
  ].join(", ");
}

/** Numbers and enumerations by value; objects that are given by value by const reference. */
function parameterType(type: ResolvedType): string {
  const byValue =
    type.kind === "fundamental" || type.kind === "enumeration" || type.kind === "python";
  return type.indirection === "value" && !byValue ? `const ${type.value}&` : type.cpp;
}

/** What a spec can't tell of a type is asserted once more of the type itself. */
function detachedTypes(callable: Callable, expression: string): readonly string[] {
  if (callable.gil.value.name !== "release") return [];
  const opaque = callable.parameters
    .filter((each) => each.type.kind === "external")
    .map((each) => each.type.value);
  const result = returnedTypes(callable.result, expression);
  return [...new Set([...opaque, ...result])];
}

function returnedTypes(result: Callable["result"], expression: string): readonly string[] {
  if (result === "deduced") return [`decltype(${expression})`];
  return result.kind === "external" ? [result.value] : [];
}

function conditionView(callable: Callable): ConditionView | null {
  const { when } = callable.gil.value;
  if (when === undefined) return null;
  const named = freeNames(when);
  const used = callable.parameters.filter((each) => named.has(each.name));
  return {
    expression: when,
    parameters: used.map(({ name, type }) => `${type.value} const& ${name}`).join(", "),
    arguments: used.map((each) => each.name).join(", "),
    logicalPathLiteral: cppString(`${callable.logicalPath}/gil`),
  };
}

function regionViews(
  callable: Callable,
  steps: readonly Step[],
  returnsVoid: boolean,
): readonly RegionView[] {
  const regions: { isReleased: boolean; steps: StepView[] }[] = [];
  for (const [index, step] of steps.entries()) {
    const isReleased = step.state === "release";
    const isResult = index === steps.length - 1 && !returnsVoid;
    const view: StepView = {
      expression: step.expression,
      logicalPathLiteral: cppString(`${callable.logicalPath}/steps/${index + 1}`),
      isBound: step.as !== undefined || isResult,
      isNamed: step.as !== undefined,
      isDetached: isReleased || isNamedDetached(step, steps.slice(index + 1)),
      bound: `gen_bindings_value_${index + 1}`,
      as: step.as ?? "",
    };
    const last = regions.at(-1);
    if (last !== undefined && last.isReleased === isReleased) last.steps.push(view);
    else regions.push({ isReleased, steps: [view] });
  }
  return regions;
}

function isNamedDetached({ as }: Step, later: readonly Step[]): boolean {
  if (as === undefined) return false;
  return later.some((each) => each.state === "release" && freeNames(each.expression).has(as));
}

function resultOfSteps(regions: readonly RegionView[]): string {
  const last = regions.at(-1)?.steps.at(-1);
  return `::std::move(${last?.bound ?? ""}.reference())`;
}
