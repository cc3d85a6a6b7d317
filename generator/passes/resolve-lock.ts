/** Which mutexes a call takes: the object's, those of the objects it is given, the module's. */
import { diagnose } from "../diagnostics/diagnostic.js";
import {
  type CallableKind,
  type LockForm,
  type LockTarget,
  type Parameter,
  type Setting,
  takesObject,
} from "../model/callable.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import { isModuleLocked, lockForm, NO_LOCK } from "./class-locks.js";
import type { Context } from "./context.js";

export interface LockSource {
  readonly kind: CallableKind;
  readonly id: string;
  /** "this method". */
  readonly what: string;
  /** The Python path of the class, "" in the module. */
  readonly scope: string;
  readonly path: Path;
  /** What the declaration itself says. */
  readonly lock: ClassSpec["lock"];
}

/** The lock of a callable: its own, else its class's; constructors take none. */
export function resolveLock(context: Context, source: LockSource): Setting<LockForm> {
  const { kind, lock, path, what } = source;
  if (kind === "constructor") return NO_LOCK;
  const hasObject = takesObject(kind);
  const around = inherited(context, source, hasObject);
  if (lock === undefined) return around;
  const span = context.located.at(...path, "lock");
  const value = lockForm(lock);
  if (!hasObject && (value.form === "self" || value.form === "member")) {
    context.report(diagnose("GB3014", { name: source.id }, { span }));
    return NO_LOCK;
  }
  // An object's lock that differs from its class's was reported there.
  const own = value.form === "none" || !hasObject;
  return { value: own ? value : around.value, from: what, span };
}

function inherited(context: Context, { scope }: LockSource, hasObject: boolean): Setting<LockForm> {
  const { classLocks, located } = context;
  const lock = scope === "" ? undefined : classLocks.get(scope);
  if (hasObject) return lock ?? NO_LOCK;
  if (lock?.value.form === "module") return lock;
  if (located.spec.defaults?.lock !== "module") return NO_LOCK;
  return {
    value: { form: "module" },
    from: "the module's defaults",
    span: located.at("defaults", "lock"),
  };
}

/** Objects of locked classes that are passed along are locked together with the object itself. */
export function lockTargets(
  context: Context,
  source: LockSource,
  lock: Setting<LockForm>,
  parameters: readonly Parameter[],
): readonly LockTarget[] {
  const { kind, scope } = source;
  if (kind === "constructor" || source.lock === "none") return [];
  for (const { type, typeSpan } of parameters) {
    const { className: other = "" } = type;
    const found = context.types.imported.origins.get(other)?.classes ?? [];
    if (!found.some((each) => each.pythonPath === other && isModuleLocked(each))) continue;
    context.report(diagnose("GB2106", { name: source.id, other }, { span: typeSpan }));
  }
  const passed = parameters.flatMap(({ name, type }) =>
    type.className === undefined
      ? []
      : objectTarget(context, name, type.className, {
          isPointer: type.kind === "shared-pointer" || type.indirection === "pointer",
          isShared: type.kind === "shared-pointer",
        }),
  );
  switch (lock.value.form) {
    case "none":
      return withOneModule(passed);
    case "module":
      return withOneModule([{ form: "module" }, ...passed]);
    default:
      return withOneModule([
        ...objectTarget(context, "self", scope, { isPointer: false, isShared: false }),
        ...passed,
      ]);
  }
}

function withOneModule(targets: readonly LockTarget[]): readonly LockTarget[] {
  const first = targets.findIndex((each) => each.form === "module");
  return targets.filter((each, index) => each.form !== "module" || index === first);
}

function objectTarget(
  { classLocks }: Context,
  name: string,
  className: string,
  pointing: { readonly isPointer: boolean; readonly isShared: boolean },
): readonly LockTarget[] {
  const lock = classLocks.get(className)?.value;
  if (lock?.form === "module") return [{ form: "module" }];
  if (lock?.form === "self") return [{ form: "object", name, className, ...pointing }];
  if (lock?.form !== "member") return [];
  return [{ form: "object", name, className, ...pointing, member: lock.member }];
}
