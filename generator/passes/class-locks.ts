/**
 * The lock of each class. It belongs to the class: once one member asks for it, all members take
 * it that do not say otherwise, and so do derived classes; a base takes a lock on the object too,
 * as the object is one.
 */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { LockForm, Setting } from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { LocatedSpec } from "../spec/validate.js";
import { moduleScopes } from "./module-scopes.js";
import { isMemberName } from "./names.js";
import { findClass, join, type TypeTable } from "./type-table.js";

export type ClassLocks = ReadonlyMap<string, Setting<LockForm>>;

export const NO_LOCK: Setting<LockForm> = { value: { form: "none" }, from: "built in" };

type LockSpec = NonNullable<ClassSpec["lock"]>;

export function lockForm(spec: LockSpec): LockForm {
  return typeof spec === "string" ? { form: spec } : { form: "member", member: spec.member };
}

/**
 * By the classes' Python paths.
 *
 * @param foreign classes that other modules bind, whose members take the lock that is set there
 */
export function resolveClassLocks(
  located: LocatedSpec,
  types: TypeTable,
  report: (diagnostic: Diagnostic) => void,
  foreign: readonly Class[] = [],
): ClassLocks {
  // What was not asked for is no lock; the lock of another module can't be taken here.
  const elsewhere = foreign.filter(({ lock }) => lock.span !== undefined);
  const locks = new Map(
    elsewhere
      .filter((each) => !isModuleLocked(each))
      .map(({ pythonPath, lock }) => [pythonPath, lock] as const),
  );
  const beyondReach = new Set(elsewhere.filter(isModuleLocked).map((each) => each.pythonPath));
  const bases = new Map<string, readonly string[]>();
  const spans = new Map<string, Span>();

  const visit = (spec: ClassSpec, path: Path, scope: string): void => {
    const pythonPath = join(scope, ".", spec.name);
    bases.set(
      pythonPath,
      (spec.bases ?? []).flatMap((name) => findClass(types, name, scope)?.pythonPath ?? []),
    );
    spans.set(pythonPath, located.at(...path, "name"));
    const asked = locksAskedFor(located, spec, path, pythonPath, report);
    const [first] = asked;
    if (first !== undefined) locks.set(pythonPath, first);
    for (const other of asked.slice(1)) {
      if (first === undefined || sameLock(first.value, other.value)) continue;
      const related = first.span && [{ message: "the other lock", span: first.span }];
      const given = { name: pythonPath, first: first.from, second: other.from };
      report(diagnose("GB3012", given, { span: other.span, ...(related && { related }) }));
    }
    for (const [index, each] of (spec.classes ?? []).entries()) {
      visit(each, [...path, "classes", index], pythonPath);
    }
  };
  for (const { contents, path, pythonPath } of moduleScopes(located.spec)) {
    for (const [index, each] of (contents.classes ?? []).entries()) {
      visit(each, [...path, "classes", index], pythonPath);
    }
  }

  inherit(locks, bases);
  const byDefault = located.spec.defaults?.lock;
  if (byDefault !== undefined) {
    checkMember(located, byDefault, ["defaults"], report);
    const setting = {
      value: lockForm(byDefault),
      from: "the module's defaults",
      span: located.at("defaults", "lock"),
    };
    for (const name of bases.keys()) if (!locks.has(name)) locks.set(name, setting);
  }
  for (const [name, all] of bases) {
    const other = all.find((base) => beyondReach.has(base));
    if (other === undefined || locks.get(name)?.value.form === "none") continue;
    bases.set(
      name,
      all.filter((base) => !beyondReach.has(base)),
    );
    report(diagnose("GB2106", { name, other }, { span: spans.get(name) }));
  }
  reportDifferences(locks, bases, report);
  return locks;
}

/** Whether its members take the one lock of the module that binds it. */
export function isModuleLocked({ lock }: Pick<Class, "lock">): boolean {
  return lock.value.form === "module";
}

function checkMember(
  located: LocatedSpec,
  lock: LockSpec,
  at: Path,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (typeof lock !== "object" || isMemberName(lock.member)) return;
  const given = { text: lock.member, what: "the mutex" };
  report(diagnose("GB2012", given, { span: located.at(...at, "lock", "member") }));
}

/** An object of a derived class is one of the base: what the base's members lock, it locks too. */
function reportDifferences(
  locks: ClassLocks,
  bases: ReadonlyMap<string, readonly string[]>,
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const [name, all] of bases) {
    const lock = locks.get(name);
    if (lock === undefined || lock.value.form === "none") continue;
    for (const base of all) {
      const other = locks.get(base);
      if (other !== undefined && agree(lock.value, other.value)) continue;
      const second = other?.from ?? `class ${base}, which has none`;
      const related = other?.span && [{ message: "the other lock", span: other.span }];
      const given = { name, first: lock.from, second };
      report(diagnose("GB3012", given, { span: lock.span, ...(related && { related }) }));
    }
  }
}

/** "none", where it is written, says that C++ sees to it. */
function agree(lock: LockForm, other: LockForm): boolean {
  return other.form === "none" || sameLock(lock, other);
}

/** The class's own wish first, then its members'; a member's "none" is about itself alone. */
function locksAskedFor(
  located: LocatedSpec,
  spec: ClassSpec,
  path: Path,
  pythonPath: string,
  report: (diagnostic: Diagnostic) => void,
): readonly Setting<LockForm>[] {
  const asked: Setting<LockForm>[] = [];
  const add = (lock: LockSpec | undefined, from: string, at: Path, isClass = false): void => {
    if (lock === undefined || (lock === "none" && !isClass)) return;
    checkMember(located, lock, at, report);
    asked.push({ value: lockForm(lock), from, span: located.at(...at, "lock") });
  };
  add(spec.lock, `class ${pythonPath}`, path, true);
  for (const [index, each] of (spec.methods ?? []).entries()) {
    if (each.static !== true) {
      add(each.lock, `the method ${pythonPath}.${each.name}`, [...path, "methods", index]);
    }
  }
  for (const [index, each] of (spec.operators ?? []).entries()) {
    if (typeof each === "string") continue;
    add(each.lock, `the operator "${each.operator}" of ${pythonPath}`, [
      ...path,
      "operators",
      index,
    ]);
  }
  for (const [index, each] of (spec.attributes ?? []).entries()) {
    if (each.static === true) continue;
    add(each.lock, `the attribute ${pythonPath}.${each.name}`, [...path, "attributes", index]);
  }
  for (const [index, each] of (spec.properties ?? []).entries()) {
    if (each.static === true) continue;
    const at = [...path, "properties", index];
    const from = `the property ${pythonPath}.${each.name}`;
    add(each.lock, from, at);
    for (const role of ["get", "set"] as const) {
      const accessor = each[role];
      if (typeof accessor === "object") add(accessor.lock, from, [...at, role]);
    }
  }
  return asked;
}

/** Derived classes take the lock of a base; bases take a derived class's lock on the object. */
function inherit(
  locks: Map<string, Setting<LockForm>>,
  bases: ReadonlyMap<string, readonly string[]>,
): void {
  for (let changed = true; changed; ) {
    changed = false;
    const pass = (from: string, to: string): void => {
      const lock = locks.get(from);
      if (lock === undefined || lock.value.form === "none" || locks.has(to)) return;
      // What another module binds stays as it is.
      if (!bases.has(to)) return;
      locks.set(to, lock);
      changed = true;
    };
    for (const [derived, all] of bases) {
      for (const base of all) {
        pass(base, derived);
        if (locks.get(derived)?.value.form === "self") pass(derived, base);
      }
    }
  }
}

function sameLock(first: LockForm, second: LockForm): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}
