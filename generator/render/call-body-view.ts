/** What the template of a call body prints: everything a GIL policy means, for one callable. */

import {
  type Callable,
  type GilPolicy,
  isFast,
  type LockTarget,
  type ResultPolicy,
  type Step,
} from "../model/callable.js";
import { freeNames } from "../model/expression.js";
import type { Module } from "../model/model.js";
import { partsOf, type ResolvedType, spelling } from "../model/type.js";
import { type AdaptedCallView, adaptedCallView, givenName } from "./adapted-call-view.js";
import { cppString } from "./literals.js";
import { presenceOf } from "./presence.js";
import { overridableKey } from "./trampoline-view.js";

/** A call body: everything that a GIL policy means, for one callable. */
export interface CallBodyView {
  /** The callable, told from its overloads: "Counter.inc", "f#2". */
  readonly id: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
  /** A comment: "f(say, seconds): guard". */
  readonly summary: string;
  /** The emitted function. */
  readonly name: string;
  /** The id, quoted for C++. */
  readonly idLiteral: string;
  /** "release when by > 4096", for contract mode. */
  readonly policyLiteral: string;
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** The C++ type that is returned. */
  readonly result: string;
  /** The C++ parameters, separated by commas. */
  readonly parameters: string;
  /** Types that must own no Python object, because they live while detached. */
  readonly detachedTypes: readonly string[];
  /** Parameters that only one can own, which the call moves. */
  readonly moved: readonly MovedParameterView[];
  /** Errors may have to wait until this call has ended. */
  readonly isDeferring: boolean;
  /** What is locked, separated by commas; "" where nothing is. */
  readonly locks: string;
  /** The object that stands for the virtual method, or "". */
  readonly overridden: string;
  /** Whether the GIL is held. */
  readonly isHold: boolean;
  /** Whether it is released, always or where the condition holds. */
  readonly isRelease: boolean;
  /** Whether the C++ function steers it. */
  readonly isGuard: boolean;
  /** Whether the body is a list of steps. */
  readonly isSteps: boolean;
  /** "attached", "detached", "conditional" or "steered"; "" where there are steps, each with its own. */
  readonly regionState: string;
  /** Whether its region is always left to C++ without the GIL. */
  readonly isDetached: boolean;
  /** For `release … when`: the condition with the parameters it names. */
  readonly condition: ConditionView | null;
  /** The statement that runs, `return` included. */
  readonly statement: string;
  /** In place of the statement. */
  readonly adapted: AdaptedCallView | null;
  /** Adjacent steps of one state; empty where there are no steps. */
  readonly regions: readonly RegionView[];
  /** What returns the result of steps; "" where there is none. */
  readonly returnStatement: string;
}

/** A parameter of which the call takes possession. */
interface MovedParameterView {
  /** The parameter. */
  readonly name: string;
  /** Its name, quoted for C++. */
  readonly nameLiteral: string;
}

/** The condition of `release … when`. */
interface ConditionView {
  /** The user's C++ expression. */
  readonly expression: string;
  /** The parameters that it names, as those of a lambda. */
  readonly parameters: string;
  /** The same as arguments; "" where it names none. */
  readonly arguments: string;
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
}

/** Adjacent steps of one state. */
interface RegionView {
  /** Whether they run without the GIL. */
  readonly isReleased: boolean;
  /** The steps, in order. */
  readonly steps: readonly StepView[];
}

/** One step of a call. */
interface StepView {
  /** The user's C++ expression. */
  readonly expression: string;
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** Whether its value is kept. */
  readonly isBound: boolean;
  /** Whether later steps can name the value. */
  readonly isNamed: boolean;
  /** The value is made, or named later, in a release step. */
  readonly isDetached: boolean;
  /** The emitted variable that keeps the value. */
  readonly bound: string;
  /** The name that the spec gives the value; "" where it gives none. */
  readonly as: string;
}

/** What a call body has to know of the module around it. */
export interface Surroundings {
  readonly module: Module;
  /** Whether some callback or override of the module is `deferred`. */
  readonly isDeferring: boolean;
  /** The emitted class that holds what Python is to own, by the Python path of its class. */
  readonly owners: ReadonlyMap<string, string>;
}

export function callBodyView(
  callable: Callable,
  { module, isDeferring, owners }: Surroundings,
): CallBodyView {
  const { gil, implementation } = callable;
  const policy = gil.value;
  const returnsVoid = isVoid(callable);
  const steps = implementation.form === "steps" ? implementation.steps : [];
  const owner = ownerOfResult(callable, owners);
  const placed = placedExpression(callable);
  const called = placed ?? (implementation.form === "call" ? implementation.expression : "");
  const handedOver = (expression: string) => {
    const handed = callExpression(callable, expression);
    return owner === undefined ? handed : `${owner}{${handed}}`;
  };
  const expression = handedOver(called);
  const regions = regionViews(callable, steps, returnsVoid);
  return {
    id: callable.id,
    presence: presenceOf(module, callable.logicalPath),
    summary: `${callable.id}(${writtenNames(callable).join(", ")}): ${policyText(policy)}`,
    name: callable.body,
    idLiteral: cppString(callable.id),
    policyLiteral: cppString(
      policy.when === undefined ? policy.name : `${policy.name} when ${policy.when}`,
    ),
    logicalPathLiteral: cppString(callable.logicalPath),
    result: owner ?? resultType(callable),
    parameters: parameterList(callable),
    detachedTypes: detachedTypes(callable),
    moved: callable.parameters
      .filter(({ type }) => type.pointer === "std::unique_ptr" && type.indirection === "value")
      .map(({ name }) => ({ name, nameLiteral: cppString(name) })),
    isDeferring,
    locks: callable.locks.map(lockExpression).join(", "),
    overridden: callable.overriding === undefined ? "" : overridableKey(callable),
    isHold: policy.name === "hold",
    isRelease: policy.name === "release",
    isGuard: policy.name === "guard",
    isSteps: policy.name === "steps",
    regionState: regionState(policy),
    isDetached: regionState(policy) === "detached",
    condition: conditionView(callable),
    statement: returnsVoid ? `${expression};` : `return ${resultExpression(callable, expression)};`,
    adapted: adaptedCallView(module, callable, called, handedOver),
    regions,
    returnStatement: steps.length > 0 && !returnsVoid ? `return ${resultOfSteps(regions)};` : "",
  };
}

/** What Python takes over is held as what Python makes is, where that is more than a pointer. */
export function ownerOfResult(
  { policy, result }: Callable,
  owners: ReadonlyMap<string, string>,
): string | undefined {
  if (policy.result !== "manage_new_object" || result === "deduced") return undefined;
  return owners.get(result.className ?? "");
}

/** How an entry has a new object made inside the Python object. */
export function placedExpression(callable: Callable): string | undefined {
  return isFast(callable) ? callable.placed : undefined;
}

function policyText(policy: GilPolicy): string {
  // The condition itself is user's code: it does not belong into a comment.
  return policy.when === undefined ? policy.name : `${policy.name} when its condition holds`;
}

function regionState({ name, when }: GilPolicy): string {
  if (when !== undefined) return "conditional";
  return { hold: "attached", release: "detached", guard: "steered", steps: "" }[name];
}

function lockExpression(target: LockTarget): string {
  if (target.form === "module") return "::gen_bindings::module_lock()";
  const { name, isPointer, isShared, member } = target;
  if (member === undefined) return `::gen_bindings::lock_of(${name}${isShared ? ".get()" : ""})`;
  return isPointer
    ? `::gen_bindings::member_lock(${name} ? &${name}->${member} : nullptr)`
    : `::gen_bindings::member_lock(${name}.${member})`;
}

function writtenNames({ parameters }: Callable): readonly string[] {
  return parameters.map((each) => (each.isPositional ? spelling(each.type) : each.name));
}

/** Also where an argument is returned in place of what C++ returns. */
export function isVoid({ result, policy }: Callable): boolean {
  if (policy.result === "return_arg") return true;
  return result !== "deduced" && isNothing(result);
}

function isNothing({ kind, indirection }: ResolvedType): boolean {
  return kind === "void" && indirection === "value";
}

/** What a body runs; what owns the result hands it over, and what is not returned is dropped. */
function callExpression({ result, policy }: Callable, expression: string): string {
  if (result !== "deduced" && result.pointer === "std::unique_ptr")
    return `${expression}.release()`;
  const isDropped = policy.result === "return_arg" && (result === "deduced" || !isNothing(result));
  return isDropped ? `static_cast<void>(${expression})` : expression;
}

/** The policies under which a reference or pointer stays one. */
const REFERRING: ReadonlySet<ResultPolicy> = new Set([
  "reference_existing_object",
  "return_internal_reference",
  "manage_new_object",
  "return_opaque_pointer",
]);

/**
 * Whether a copy policy is Boost.Python's own: attached and unlocked all the way, nothing can come
 * between. It also copies what only its Python object can, by a constructor that takes that object.
 */
export function isCopiedByBoost(callable: Callable): boolean {
  const { policy, gil, locks, implementation, adapter } = callable;
  const copies =
    policy.result === "copy_const_reference" || policy.result === "copy_non_const_reference";
  const isHeld = gil.value.name === "hold" && implementation.form === "call";
  // What a part of a tuple refers to is copied into it.
  return copies && isHeld && locks.length === 0 && adapter === undefined;
}

/**
 * Results are values, unless a policy says who owns what they refer to: what a reference refers to
 * is copied while the region still stands.
 */
function resultType(callable: Callable): string {
  const { result, policy } = callable;
  if (isVoid(callable)) return "void";
  const refers =
    policy.cpp !== undefined ||
    REFERRING.has(policy.result ?? "return_by_value") ||
    isCopiedByBoost(callable);
  if (result === "deduced") return refers ? "decltype(auto)" : "auto";
  if (result.callback !== undefined) return `::std::function<${result.callback.signature}>`;
  if (result.pointer === "std::unique_ptr") return `${elementOf(result)}*`;
  const isPointer = result.kind === "shared-pointer" || result.indirection === "pointer";
  return refers || isPointer ? result.cpp : result.value;
}

/** T of std::unique_ptr<T>. */
function elementOf({ cpp }: ResolvedType): string {
  return cpp.slice(cpp.indexOf("<") + 1, cpp.lastIndexOf(">"));
}

function parameterList(callable: Callable): string {
  const { parameters, self, selfType, adapter } = callable;
  const named = new Set(expressionsOf(callable).flatMap((each) => [...freeNames(each)]));
  const attribute = (name: string) => (named.has(name) ? "" : "[[maybe_unused]] ");
  const given = new Set(adapter?.locals.filter((each) => each.isGiven).map((each) => each.name));
  return [
    ...(placedExpression(callable) === undefined ? [] : ["void* gen_bindings_place"]),
    ...(self === undefined
      ? []
      : [
          `${attribute("self")}${selfType === undefined ? `${self}&` : parameterType(selfType)} self`,
        ]),
    ...parameters.map(({ name, type }) =>
      given.has(name)
        ? `${parameterType(type)} ${givenName(name)}`
        : `${attribute(name)}${parameterType(type)} ${name}`,
    ),
  ].join(", ");
}

/** All of the user's C++ that a body runs. */
function expressionsOf({ implementation, adapter }: Callable): readonly string[] {
  const adapting = [adapter?.failure?.when, adapter?.failure?.message, adapter?.length?.expression];
  const called =
    implementation.form === "steps"
      ? implementation.steps.map((step) => step.expression)
      : [implementation.expression];
  return [...called, ...adapting.flatMap((each) => each ?? [])];
}

/**
 * Numbers and enumerations by value; objects that are given by value by const reference. What only
 * one can own is taken out of the Python object itself.
 */
export function parameterType(type: ResolvedType): string {
  if (type.kind === "owning-pointer" && type.indirection === "value") {
    return type.pointer === "std::unique_ptr" ? `${type.cpp}&` : type.cpp;
  }
  const byValue =
    ["fundamental", "enumeration", "python"].includes(type.kind) || type.value.endsWith("*");
  return type.indirection === "value" && !byValue ? `const ${type.value}&` : type.cpp;
}

/** What a spec can't tell of a type is asserted once more of the type itself. */
function detachedTypes(callable: Callable): readonly string[] {
  if (callable.gil.value.name !== "release") return [];
  const { parameters, result, adapter } = callable;
  const types = [
    ...parameters.map((each) => each.type),
    ...(adapter?.locals ?? []).map((each) => each.type),
    ...(result === "deduced" ? [] : [result]),
  ];
  return [...new Set(types.filter(isUnseen).map((each) => each.value))];
}

/** Whether some of it is of a C++ type that the spec knows by its name alone. */
function isUnseen(type: ResolvedType): boolean {
  return partsOf(type).some((each) => each.kind === "external");
}

/** Of a type that only C++ knows, it is asserted where the value comes out. */
function resultExpression({ gil, result }: Callable, expression: string): string {
  const isDeduced = gil.value.name === "release" && result === "deduced";
  return isDeduced ? `::gen_bindings::made_detached(${expression})` : expression;
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
