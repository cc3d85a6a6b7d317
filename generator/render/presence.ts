/** What the preprocessor is asked of entries that are there for some versions of the library alone. */
import type { Module } from "../model/model.js";
import {
  conditionText,
  type Requirement,
  requirementsOf,
  requirementsText,
} from "../model/presence.js";
import { cppString } from "./literals.js";

type Declared = Pick<Module, "presences">;

/** What `#if` asks of the entry at a logical path; "" where it is always there. */
export function presenceOf({ presences }: Declared, logicalPath: string): string {
  return conjunction(requirementsOf(presences, logicalPath));
}

/** The same of what is there where any of some entries is; "" where one of them always is. */
export function presenceOfAny(module: Declared, logicalPaths: readonly string[]): string {
  const all = new Set(logicalPaths.map((each) => presenceOf(module, each)));
  if (all.has("")) return "";
  return [...all].map((each) => (all.size > 1 ? `(${each})` : each)).join(" || ");
}

/** The same of what is there where all of some entries are. */
export function presenceOfAll({ presences }: Declared, logicalPaths: readonly string[]): string {
  return conjunction(logicalPaths.flatMap((each) => requirementsOf(presences, each)));
}

function conjunction(requirements: readonly Requirement[]): string {
  return [...new Set(requirements.map(preprocessed))].join(" && ");
}

function preprocessed(requirement: Requirement): string {
  const { key, comparison } = requirement;
  const text = conditionText(requirement);
  if (comparison === undefined) return `${key === "since" ? "" : "!"}defined(${text})`;
  return key === "since" ? text : `!(${text})`;
}

/** A condition of the spec, which holds or not where the module is compiled. */
export interface PresenceConditionView {
  /** As in the spec, quoted for C++: "ACME_VERSION >= 5". */
  readonly nameLiteral: string;
  /** What `#if` asks. */
  readonly condition: string;
}

/** The distinct conditions of the module's own entries. */
export function presenceConditionViews(
  module: Pick<Module, "presences" | "name">,
): readonly PresenceConditionView[] {
  const byText = new Map(ownRequirements(module).map((each) => [conditionText(each), each]));
  return [...byText].map(([text, each]) => ({
    nameLiteral: cppString(text),
    condition: preprocessed({ ...each, key: "since" }),
  }));
}

/** A macro that is compared, and so has to be defined. */
export interface ComparedMacroView {
  /** The macro. */
  readonly macro: string;
  /** The path of an entry that compares it, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** What the compiler says where no header defines it. */
  readonly message: string;
}

/** The macros that entries of the module compare, each once. */
export function comparedMacroViews(
  module: Pick<Module, "presences" | "name" | "headers">,
): readonly ComparedMacroView[] {
  const compared = ownRequirements(module).filter((each) => each.comparison !== undefined);
  const first = new Map(compared.toReversed().map((each) => [each.macro, each]));
  const headers = module.headers.map(({ name }) => name).join(", ") || "which names none";
  return [...first].map(([macro, each]) => ({
    macro,
    logicalPathLiteral: cppString(presencePath(each)),
    message: `the spec says ${requirementsText([each])}, and ${macro} is not defined: neither by its headers (${headers}) nor for the compiler`,
  }));
}

/** The stable path of a condition, for `#line`. */
export function presencePath({ logicalPath, key }: Requirement): string {
  return `${logicalPath}/${key}`;
}

function ownRequirements({ presences, name }: Pick<Module, "presences" | "name">) {
  return [...presences].flatMap(([path, all]) => (path.startsWith(`${name}/`) ? all : []));
}
