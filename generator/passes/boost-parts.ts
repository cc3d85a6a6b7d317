/** What Boost.Python makes by itself keeps no GIL policy and takes no lock: nothing may ask for them. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";

/** A part of a spec that Boost.Python makes, and the keys that mean something there. */
export interface MadeByBoost {
  /** "an iterator". */
  readonly what: string;
  readonly keys: readonly string[];
}

/** Keys that ask nothing of how a call is made. */
const ALWAYS = ["docstrings", "since", "until"];

interface Part {
  readonly lock?: ClassSpec["lock"] | undefined;
}

/** In a class with a lock, only "none" says that the C++ needs none here. */
export function checkMadeByBoost(
  context: Context,
  inside: ClassScope | undefined,
  spec: Part,
  path: Path,
  { what, keys }: MadeByBoost,
): void {
  const { located, report, classLocks } = context;
  for (const key of Object.keys(spec)) {
    if (keys.includes(key) || ALWAYS.includes(key)) continue;
    const span = located.atKey(path, key);
    const isPolicy = key === "gil" || key === "blocks";
    report(diagnose(isPolicy ? "GB3040" : "GB2041", { what, key }, { span }));
  }
  if (spec.lock === "none") return;
  const lock = inside === undefined ? undefined : classLocks.get(inside.pythonPath);
  const isModules = inside === undefined && located.spec.defaults?.lock === "module";
  if (spec.lock === undefined && !isModules && (lock?.value.form ?? "none") === "none") return;
  const name = inside?.pythonPath ?? located.spec.module.name;
  const place = spec.lock === undefined ? located.at(...path) : located.at(...path, "lock");
  const related = lock?.span && [{ message: "the lock", span: lock.span }];
  report(diagnose("GB3041", { what, name }, { span: place, ...(related && { related }) }));
}
