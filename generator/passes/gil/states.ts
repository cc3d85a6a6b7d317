/** In which state a call runs, and which locks it takes, as far as its declaration says. */

import type { Callable, LockTarget, Parameter } from "../../model/callable.js";
import { freeNames } from "../../model/expression.js";

/** Whether the C++ of a call may run while the thread is attached, from beginning to end. */
export function mayHold({ gil, implementation }: Callable): boolean {
  if (implementation.form === "steps") {
    return implementation.steps.every((step) => step.state === "acquire");
  }
  // A function with a guard steers itself.
  return gil.value.name === "hold" || gil.value.when !== undefined;
}

/** Whether C++ may use the object, where there is one, while the thread is detached. */
export function mayUseSelfDetached({ gil, implementation, overriding }: Callable): boolean {
  if (implementation.form === "steps") {
    return implementation.steps.some(
      (step) => step.state === "release" && freeNames(step.expression).has("self"),
    );
  }
  // The C++ implementation of a virtual method always runs detached.
  return gil.value.name === "release" || overriding?.isPure === false;
}

/** "it may hold the GIL (set by class Counter)". */
export function holdText({ gil, implementation, kind }: Callable): string {
  if (implementation.form === "steps") return "none of its steps releases the GIL";
  const verb = gil.value.when === undefined ? "holds" : "may hold";
  return `it ${verb} the GIL${originText(gil.from, kind)}`;
}

/** " (set by class Counter)"; nothing where the declaration itself says so. */
export function originText(from: string, kind: Callable["kind"]): string {
  if (from === `this ${kind}`) return "";
  return from === "built in" ? " (the default)" : ` (set by ${from})`;
}

/** The fragment of spec that makes the call release the GIL. */
export function releaseFix({ implementation }: Callable): string {
  if (implementation.form !== "steps") return '"gil": "release"';
  const expression = implementation.steps.at(-1)?.expression ?? "";
  return `"steps": [{ "release": ${JSON.stringify(expression)} }]`;
}

/** "self", "the module", "other": what a call locks. */
export function lockText(locks: readonly LockTarget[]): string {
  return locks.map((each) => (each.form === "module" ? "the module" : each.name)).join(" and ");
}

/** The parameters that a thread of the library's own calls. */
export function calledByOthers(callable: Callable): readonly Parameter[] {
  if (callable.isFieldAccess) return [];
  return callable.parameters.filter(({ type }) => type.callback?.thread === "native");
}
