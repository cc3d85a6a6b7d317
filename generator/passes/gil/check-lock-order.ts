/**
 * Warns of locks that two threads may take in opposite orders.
 *
 * The locks of one call are taken together, in the order of their addresses, so that two such calls
 * never wait for each other. Another order comes about where Python runs under a lock, in a
 * callback or an override: it may call anything of the module, and so wait for any other lock. Two
 * such calls under locks of different classes make a cycle; so does one such call together with one
 * that takes both locks. Objects of one class, or of a class and its bases, are left out: what
 * mostly happens there is that a callback re-enters its own object, which the lock allows.
 */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import type { Callable, LockTarget } from "../../model/callable.js";
import type { Class } from "../../model/class.js";
import { knownClasses } from "../../model/imported.js";
import { callablesOf, type Module } from "../../model/model.js";
import { familiesOf, familyOf } from "./families.js";

/** A call, and the family of one of its locks. */
interface Held {
  readonly callable: Callable;
  readonly family: string;
  /** Of all its locks. */
  readonly families: readonly string[];
  /** For people: "Counter", "the module". */
  readonly label: string;
  readonly runsPython: boolean;
}

export function checkLockOrder(module: Module): readonly Diagnostic[] {
  const held = heldLocks(module);
  const running = twoOfEach(held.filter((each) => each.runsPython));
  const several = held.filter((each) => each.families.length > 1);
  const told = new Set<string>();
  return running.flatMap((first) =>
    [...running, ...several].flatMap((second) => {
      if (told.has(first.family) && told.has(second.family)) return [];
      if (!makeCycle(first, second)) return [];
      told.add(first.family).add(second.family);
      return [cycle(first, second)];
    }),
  );
}

/** Two calls of each family: enough to find one that is not the other. */
function twoOfEach(held: readonly Held[]): readonly Held[] {
  const counts = new Map<string, number>();
  return held.filter(({ family }) => {
    const count = (counts.get(family) ?? 0) + 1;
    counts.set(family, count);
    return count <= 2;
  });
}

/** Whether the second holds another lock, and may wait for that of the first. */
function makeCycle(first: Held, second: Held): boolean {
  if (second.callable === first.callable || second.family === first.family) return false;
  return second.runsPython || second.families.includes(first.family);
}

function cycle(first: Held, second: Held): Diagnostic {
  const given = {
    first: first.callable.id,
    second: second.callable.id,
    one: first.label,
    other: second.label,
    fix: [first, second]
      .filter((each) => each.family !== "")
      .map((each) => `{ "name": "${each.label.replace(/^.*\./, "")}", "lock": "module" }`)
      .join(", "),
  };
  const related = [{ message: "the other call", span: second.callable.span }];
  return diagnose("GB3020", given, { span: first.callable.span, related });
}

function heldLocks(module: Module): readonly Held[] {
  const known = knownClasses(module);
  const families = familiesOf(known);
  const overridable = new Set(
    known.filter((each) => each.overridable.length > 0).map((each) => each.pythonPath),
  );
  const ownClass = new Map(module.classes.flatMap((each) => membersOf(each, each.pythonPath)));
  return callablesOf(module).flatMap((callable) => {
    const classes = [ownClass.get(callable), ...callable.parameters.map((it) => it.type.className)];
    const runsPython =
      classes.some((each) => each !== undefined && overridable.has(each)) ||
      (!callable.isFieldAccess &&
        callable.parameters.some((each) => each.type.callback !== undefined));
    const byFamily = new Map(
      callable.locks.map((target) => [familyOf(target, families), labelOf(target)]),
    );
    const all = [...byFamily.keys()];
    return [...byFamily].map(([family, label]) => ({
      callable,
      family,
      families: all,
      label,
      runsPython,
    }));
  });
}

/** Methods may call the overrides of their own object. */
function membersOf(
  { methods }: Class,
  pythonPath: string,
): readonly (readonly [Callable, string])[] {
  return methods
    .filter((each) => each.kind === "method")
    .map((method) => [method, pythonPath] as const);
}

function labelOf(target: LockTarget): string {
  return target.form === "module" ? "the module" : target.className;
}
