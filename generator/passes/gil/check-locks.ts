/** Locks that another thread has to take while the one that holds them waits, and what outlives them. */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import type { Callable } from "../../model/callable.js";
import type { Class } from "../../model/class.js";
import { knownClasses } from "../../model/imported.js";
import { callablesOf, type Module } from "../../model/model.js";
import { partsOf, spelling } from "../../model/type.js";
import { familiesOf, familyOf } from "./families.js";
import { calledByOthers, lockText } from "./states.js";

export function checkLocks(module: Module): readonly Diagnostic[] {
  const known = knownClasses(module);
  const families = familiesOf(known);
  const called = calledFamilies(known, families);
  return callablesOf(module)
    .filter((each) => each.locks.length > 0)
    .flatMap((each) => {
      const found = [...checkOtherThreads(each), ...checkResult(each, families)];
      return found.length > 0 ? found : checkWaiting(each, called, families);
    });
}

/** The families whose objects a thread of the library's own calls back. */
function calledFamilies(
  classes: readonly Class[],
  families: ReadonlyMap<string, string>,
): ReadonlySet<string | undefined> {
  const called = classes.filter(({ constructors, methods, overridable, properties }) => {
    const members = [...constructors, ...methods, ...properties.flatMap(({ set }) => set ?? [])];
    return (
      overridable.some((each) => each.overriding?.thread === "native") ||
      members.some(({ parameters }) =>
        parameters.some(({ type }) => type.callback?.thread === "native"),
      )
    );
  });
  return new Set(called.map((each) => families.get(each.pythonPath)));
}

/** A lock is recursive for its own thread alone. */
function checkOtherThreads(callable: Callable): readonly Diagnostic[] {
  const { id: name, locks, overriding, span } = callable;
  const lock = lockText(locks);
  const parameters = calledByOthers(callable).map((each) => {
    const given = { name, what: `the parameter "${each.name}"`, callee: each.name, lock };
    return diagnose("GB3018", given, { span: each.span });
  });
  if (overriding?.thread !== "native") return parameters;
  const given = { name, what: `the override of "${name}"`, callee: "the override", lock };
  return [...parameters, diagnose("GB3018", given, { span })];
}

/** What a call waits for may be the very thread that calls the object back. */
function checkWaiting(
  { blocks, id: name, locks, span }: Callable,
  called: ReadonlySet<string | undefined>,
  families: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const needed = locks.filter((each) =>
    each.form === "module" ? called.size > 0 : called.has(familyOf(each, families)),
  );
  if (!blocks || needed.length === 0) return [];
  return [diagnose("GB3019", { name, lock: lockText(needed) }, { span })];
}

/** A shared pointer to what is locked, or an object that refers to it. */
function checkResult(
  callable: Callable,
  families: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const { id, locks, policy, parameters, result, resultSpan, self } = callable;
  if (result === "deduced") return [];
  const positions = [
    ...(self === undefined ? [] : ["self"]),
    ...parameters.map(({ name }) => name),
  ];
  const wards = policy.keepsAlive
    .filter(({ custodian }) => custodian === 0)
    .map(({ ward }) => positions[ward - 1]);
  const shared = partsOf(result).filter((each) => each.kind === "shared-pointer");
  const ofFamily = (family: string | undefined) =>
    shared.find(({ className = "" }) => families.get(className) === family);
  const [first] = locks.flatMap((target) => {
    if (target.form === "module") return [];
    const { className, name } = target;
    if (wards.includes(name)) return [{ lock: name, result: `an object that refers to ${name}` }];
    const found = name === "self" ? ofFamily(families.get(className)) : undefined;
    if (found === undefined) return [];
    return [{ lock: name, result: `a ${spelling(found)}, which may be ${name}` }];
  });
  return first === undefined
    ? []
    : [diagnose("GB3022", { name: id, ...first }, { span: resultSpan })];
}
