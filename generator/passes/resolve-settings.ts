/** Defaults flow from the module through the class to the member; the nearest setting wins. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { GilPolicy, Setting } from "../model/model.js";
import type { Path } from "../spec/document.js";
import type { Spec } from "../spec/schema/spec.js";
import type { Context } from "./context.js";

type GilSpec = NonNullable<NonNullable<Spec["defaults"]>["gil"]>;

/** A level at which settings can be made: the module's defaults, a class, a member. */
export interface Level {
  readonly settings: { readonly gil?: GilSpec | undefined; readonly dispatch?: string | undefined };
  readonly path: Path;
  /** "this function", "class Counter", "the module's defaults". */
  readonly from: string;
}

/** The GIL policy of a callable, given its levels from the nearest outwards. */
export function resolveGil(context: Context, levels: readonly Level[]): Setting<GilPolicy> {
  const found = levels.find((each) => each.settings.gil !== undefined);
  if (found?.settings.gil === undefined) return { value: { name: "hold" }, from: "built in" };
  const span = context.located.at(...found.path, "gil");
  return { value: policyOf(found.settings.gil), from: found.from, span };
}

export function resolveDispatch(context: Context, levels: readonly Level[]): Setting<"boost"> {
  const found = levels.find((each) => each.settings.dispatch !== undefined);
  if (found === undefined) return { value: "boost", from: "built in" };
  return { value: "boost", from: found.from, span: context.located.at(...found.path, "dispatch") };
}

function policyOf(gil: GilSpec): GilPolicy {
  if (typeof gil === "string") return { name: gil };
  return { name: gil.policy, ...(gil.when !== undefined && { when: gil.when }) };
}

/** `when` belongs to `release`; checked once, where it is written. */
export function checkGilSpec(context: Context, gil: GilSpec | undefined, path: Path): void {
  if (gil === undefined || typeof gil === "string" || gil.when === undefined) return;
  if (gil.policy === "release") return;
  const span: Span = context.located.atKey(path, "when");
  context.report(diagnose("GB3002", { policy: gil.policy }, { span }));
}
