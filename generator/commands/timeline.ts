/** What happens in a call, in order, and in which state of the thread: for `explain`. */

import type { Callable, LockTarget, Parameter } from "../model/callable.js";
import { freeNames } from "../model/expression.js";

/** The last is for either, by the call's condition. */
type State = "attached" | "detached" | "as decided";

export interface Moment {
  readonly state: State;
  /** Indented by two spaces where it happens inside the one before. */
  readonly does: string;
}

/** A call from Python, from the conversion of its arguments to that of its result. */
export function timelineOf(callable: Callable): readonly Moment[] {
  return [
    ...converted(callable),
    ...condition(callable),
    ...body(callable),
    ...deferred(callable),
    ...result(callable),
  ];
}

/** A call of C++, which Python may have overridden; empty where it can't. */
export function overrideTimelineOf({ id, overriding, parameters }: Callable): readonly Moment[] {
  if (overriding === undefined) return [];
  const { isPure, mode, onError } = overriding;
  const names = namesOf(parameters);
  const looks =
    mode.value === "any"
      ? "looks for an override in the object and in its class"
      : "looks for an override in the object's class, where that was subclassed";
  const calls = names === "" ? "calls the override" : `converts ${names}, calls the override`;
  const missing: Moment = isPure
    ? { state: "attached", does: `without one: NotImplementedError, ${onError.value.name}` }
    : { state: "detached", does: `without one: the C++ implementation of ${id}` };
  return [
    { state: "attached", does: looks },
    { state: "attached", does: `${calls}, converts its result; an error: ${onError.value.name}` },
    missing,
  ];
}

function namesOf(parameters: readonly { readonly name: string }[]): string {
  return parameters.map((each) => each.name).join(", ");
}

function converted({ parameters, self }: Callable): readonly Moment[] {
  const names = [...(self === undefined ? [] : ["self"]), ...parameters.map((each) => each.name)];
  return names.length === 0 ? [] : [{ state: "attached", does: `converts ${names.join(", ")}` }];
}

function condition({ gil }: Callable): readonly Moment[] {
  const { when } = gil.value;
  if (when === undefined) return [];
  return [
    { state: "attached", does: `evaluates ${when}, which decides: true detaches, false does not` },
  ];
}

function body(callable: Callable): readonly Moment[] {
  const { implementation, locks, overriding, parameters } = callable;
  if (implementation.form === "steps") {
    return implementation.steps.flatMap(({ as, expression, state }) => [
      {
        state: state === "release" ? "detached" : "attached",
        does: as === undefined ? expression : `${as} = ${expression}`,
      } as const,
      ...callsBack(parameters.filter(({ name }) => freeNames(expression).has(name))),
    ]);
  }
  const state = stateOf(callable);
  const base: Moment[] =
    overriding === undefined
      ? []
      : [{ state: "detached", does: `  its own implementation, for an object made in Python` }];
  return [
    ...lockMoments(locks, state),
    { state, does: readable(implementation.expression) },
    ...(overriding?.isPure === false ? base : []),
    ...(callable.isFieldAccess ? [] : callsBack(parameters)),
    ...failure(callable, state),
    ...(callable.gil.value.name === "guard"
      ? [{ state: "attached", does: "undoes what the guard has left open" } as const]
      : []),
  ];
}

function failure({ adapter }: Callable, state: State): readonly Moment[] {
  if (adapter?.failure === undefined) return [];
  const { raised, when } = adapter.failure;
  return [{ state, does: `raises ${raised.name} if ${when}` }];
}

/** Without what the generated code wraps around a call. */
function readable(expression: string): string {
  return expression
    .replace(/^gen_bindings_owner_\w+\{(.*)\}$/s, "$1")
    .replace("gen_bindings_trampoline_", "trampoline_")
    .replace("gen_bindings_guard", "its guard");
}

function stateOf({ gil }: Callable): State {
  if (gil.value.when !== undefined) return "as decided";
  return gil.value.name === "release" ? "detached" : "attached";
}

function lockMoments(locks: readonly LockTarget[], state: State): readonly Moment[] {
  if (locks.length === 0) return [];
  const waits = state === "detached" ? "" : "; detached where it has to wait";
  return [{ state, does: `locks ${locks.map(mutexText).join(", ")}${waits}` }];
}

/** "self", "the module", "other (its own mutex_)". */
export function mutexText(target: LockTarget): string {
  if (target.form === "module") return "the module";
  return target.member === undefined ? target.name : `${target.name} (its own ${target.member})`;
}

function callsBack(parameters: readonly Parameter[]): readonly Moment[] {
  return parameters.flatMap(({ name, type: { callback } }) => {
    if (callback === undefined) return [];
    const thread = callback.thread === "native" ? "a thread of the library's own" : "any thread";
    return [
      { state: "attached", does: `  calls back ${name} (${thread}), ${callback.onError.name}` },
    ];
  });
}

function deferred({ overriding, parameters }: Callable): readonly Moment[] {
  const policies = [
    ...parameters.map(({ type }) => type.callback?.onError),
    overriding?.onError.value,
  ];
  if (!policies.some((each) => each?.name === "deferred")) return [];
  return [{ state: "attached", does: "raises what was deferred, if anything" }];
}

function result({ kind, result: type, policy }: Callable): readonly Moment[] {
  if (kind === "constructor")
    return [{ state: "attached", does: "puts it into the Python object" }];
  if (type !== "deduced" && type.kind === "void")
    return [{ state: "attached", does: "returns None" }];
  const does =
    policy.result === "manage_new_object"
      ? "takes over the result"
      : policy.result === "return_arg"
        ? `returns argument ${policy.of}`
        : "converts the result";
  return [{ state: "attached", does }];
}
