/** For which versions of a library an entry of a spec is there: what `since` and `until` ask of macros. */
import type { Span } from "../diagnostics/source-text.js";

export const COMPARISONS = [">=", "<=", "==", "!=", ">", "<"] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** What is asked of a macro: that it is defined, or how it compares with an integer. */
export interface MacroCondition {
  readonly macro: string;
  /** Absent where it has to be defined, to whatever value. */
  readonly comparison?: {
    readonly operator: Comparison;
    /** As it is written: 5, 0x30000000. */
    readonly number: string;
  };
}

/** One condition of an entry: it is there since the condition holds, or until it does. */
export interface Requirement extends MacroCondition {
  readonly key: "since" | "until";
  /** The entry that says it. */
  readonly logicalPath: string;
  readonly span: Span;
}

/** What the entries of a spec ask for themselves, by their logical paths. */
export type Presences = ReadonlyMap<string, readonly Requirement[]>;

/** All that has to hold for what stands at a logical path: its own conditions and those around it. */
export function requirementsOf(presences: Presences, logicalPath: string): readonly Requirement[] {
  if (presences.size === 0) return [];
  const ends = [...logicalPath.matchAll(/\/|$/g)].map((match) => match.index);
  return ends.flatMap((end) => presences.get(logicalPath.slice(0, end)) ?? []);
}

/** "ACME_VERSION >= 5", "ACME_HAS_STREAMS". */
export function conditionText({ macro, comparison }: MacroCondition): string {
  return comparison === undefined ? macro : `${macro} ${comparison.operator} ${comparison.number}`;
}

/** "since ACME_VERSION >= 5, until ACME_VERSION >= 7". */
export function requirementsText(requirements: readonly Requirement[]): string {
  const texts = requirements.map((each) => `${each.key} ${conditionText(each)}`);
  return [...new Set(texts)].join(", ");
}

/** Whether there are values of the macros for which all of it holds. */
export function isPossible(requirements: readonly Requirement[]): boolean {
  return macrosOf(requirements).every((macro) => {
    const own = requirements.filter((each) => each.macro === macro);
    return tellingValues(own).some((value) => own.every((each) => holds(each, value)));
  });
}

/** What is needed and does not follow from what is known to hold. */
export function notImplied(
  known: readonly Requirement[],
  needed: readonly Requirement[],
): readonly Requirement[] {
  if (!isPossible(known)) return [];
  return needed.filter((each) => {
    const own = known.filter(({ macro }) => macro === each.macro);
    const values = tellingValues([...own, each]);
    return values.some((value) => own.every((one) => holds(one, value)) && !holds(each, value));
  });
}

/** The value of a macro; undefined where it is not defined. */
type MacroValue = bigint | undefined;

/** An undefined macro compares with nothing: neither is what asks for it there. */
function holds({ key, comparison }: Requirement, value: MacroValue): boolean {
  if (comparison === undefined) return (value !== undefined) === (key === "since");
  if (value === undefined) return false;
  return compares(value, comparison.operator, BigInt(comparison.number)) === (key === "since");
}

function compares(value: bigint, operator: Comparison, number: bigint): boolean {
  switch (operator) {
    case ">=":
      return value >= number;
    case "<=":
      return value <= number;
    case "==":
      return value === number;
    case "!=":
      return value !== number;
    case ">":
      return value > number;
    case "<":
      return value < number;
  }
}

/** Values of which one makes a difference where any does: next to each number, and none at all. */
function tellingValues(requirements: readonly Requirement[]): readonly MacroValue[] {
  const numbers = requirements.flatMap(({ comparison }) =>
    comparison === undefined ? [] : [BigInt(comparison.number)],
  );
  return [undefined, 0n, ...numbers.flatMap((each) => [each - 1n, each, each + 1n])];
}

function macrosOf(requirements: readonly Requirement[]): readonly string[] {
  return [...new Set(requirements.map(({ macro }) => macro))];
}
