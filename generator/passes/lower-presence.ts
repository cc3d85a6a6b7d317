/** Reads `since` and `until` of an entry: for which versions of the library it is there. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import {
  COMPARISONS,
  type Comparison,
  type MacroCondition,
  type Requirement,
} from "../model/presence.js";
import type { Path } from "../spec/document.js";
import type { PresenceSpec } from "../spec/schema/presence.js";
import type { Context } from "./context.js";
import { isIdentifier } from "./names.js";
import { CPP_KEYWORDS } from "./words.js";

/** What `#if` itself gives a meaning to, though they look like macros. */
const OPERATORS = ["defined", "__has_include", "__has_cpp_attribute"];

/** The whole of the language of conditions: `MACRO`, or `MACRO >= 5`. */
const CONDITION = /^\s*(?<macro>[^\s<>=!]+)\s*(?:(?<operator>[<>=!]+)\s*(?<number>\S+)\s*)?$/;
const INTEGER = /^(?:0|[1-9][0-9]*|0[xX][0-9a-fA-F]+)$/;

/** The most that `#if` counts to, std::intmax_t. */
const GREATEST = 2n ** 63n - 1n;

/** Notes what an entry asks for, under its logical path. What is malformed is reported. */
export function lowerPresence(
  { located, presences, report }: Pick<Context, "located" | "presences" | "report">,
  spec: PresenceSpec,
  path: Path,
  logicalPath: string,
): void {
  const requirements = (["since", "until"] as const).flatMap((key): readonly Requirement[] => {
    const text = spec[key];
    if (text === undefined) return [];
    const span: Span = located.at(...path, key);
    const parsed = parseCondition(text);
    if (typeof parsed !== "string") return [{ ...parsed, key, logicalPath, span }];
    report(diagnose("GB2110", { key, text, why: parsed }, { span }));
    return [];
  });
  if (requirements.length > 0) presences.set(logicalPath, requirements);
}

/** The condition, or why it is none. */
export function parseCondition(text: string): MacroCondition | string {
  const { macro, operator, number } = CONDITION.exec(text)?.groups ?? {};
  if (macro === undefined) return "it is no name of a macro, and no comparison with one integer";
  if (!isIdentifier(macro) || CPP_KEYWORDS.has(macro) || OPERATORS.includes(macro)) {
    return `"${macro}" is no name of a macro`;
  }
  if (operator === undefined || number === undefined) return { macro };
  if (!isComparison(operator)) {
    return `"${operator}" compares nothing: there are ${COMPARISONS.join(" ")}`;
  }
  if (!INTEGER.test(number)) return `"${number}" is no integer such as 5 or 0x30000000`;
  if (BigInt(number) > GREATEST) return `${number} is more than #if can count to`;
  return { macro, comparison: { operator, number } };
}

function isComparison(text: string): text is Comparison {
  return (COMPARISONS as readonly string[]).includes(text);
}
