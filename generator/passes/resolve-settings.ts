/** Defaults flow from the module through the class to the member; the nearest setting wins. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { Dispatch, DocstringOptions, GilPolicy, Setting } from "../model/callable.js";
import type { Path } from "../spec/document.js";
import type { Spec } from "../spec/schema/spec.js";
import type { Context } from "./context.js";

type GilSpec = NonNullable<NonNullable<Spec["defaults"]>["gil"]>;

/** What can be set at a level, for all that is inside it. */
type Settings = Partial<
  Pick<
    NonNullable<Spec["defaults"]>,
    "gil" | "dispatch" | "mutates" | "exceptions" | "overrides" | "onError" | "docstrings"
  >
>;

/** A level at which settings can be made: the module's defaults, a class, a member. */
export interface Level {
  readonly settings: Settings;
  readonly path: Path;
  /** "this function", "class Counter", "the module's defaults". */
  readonly from: string;
}

/** The nearest setting of `key`, given the levels from the nearest outwards. */
export function resolveSetting<Key extends keyof Settings, Value>(
  context: Context,
  levels: readonly Level[],
  key: Key,
  builtIn: Value,
  read: (written: NonNullable<Settings[Key]>) => Value,
): Setting<Value> {
  for (const { settings, path, from } of levels) {
    const written = settings[key];
    if (written === undefined) continue;
    return { value: read(written), from, span: context.located.at(...path, key) };
  }
  return builtInSetting(builtIn);
}

/** The one setting of a value that the language itself has: most of a hundred thousand functions share it. */
function builtInSetting<Value>(value: Value): Setting<Value> {
  const known = BUILT_IN.get(value) ?? { value, from: "built in" };
  BUILT_IN.set(value, known);
  return known as Setting<Value>;
}

/** By value; the language has a few. */
const BUILT_IN = new Map<unknown, Setting<unknown>>();

const HOLD: GilPolicy = { name: "hold" };

/** The GIL policy of a callable, given its levels from the nearest outwards. */
export function resolveGil(context: Context, levels: readonly Level[]): Setting<GilPolicy> {
  return resolveSetting(context, levels, "gil", HOLD, policyOf);
}

export function resolveDispatch(context: Context, levels: readonly Level[]): Setting<Dispatch> {
  return resolveSetting(context, levels, "dispatch", context.dispatch, (written) => written);
}

/** What docstrings show: each of the three by its nearest setting. */
export function resolveDocstrings(
  levels: readonly { readonly settings: Pick<Settings, "docstrings"> }[],
): DocstringOptions {
  const nearest = (key: "user" | "python" | "cpp", builtIn: boolean) =>
    levels.map(({ settings }) => settings.docstrings?.[key]).find((each) => each !== undefined) ??
    builtIn;
  const [user, python, cpp] = [
    nearest("user", true),
    nearest("python", true),
    nearest("cpp", false),
  ];
  const known = DOCSTRINGS.get(`${user} ${python} ${cpp}`) ?? { user, python, cpp };
  DOCSTRINGS.set(`${user} ${python} ${cpp}`, known);
  return known;
}

/** Each of the eight, shared by all callables that have it. */
const DOCSTRINGS = new Map<string, DocstringOptions>();

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
