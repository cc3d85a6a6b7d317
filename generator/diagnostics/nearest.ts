/** "Did you mean": the candidate that a typing mistake would have come from. */
import { closest, distance } from "fastest-levenshtein";

/**
 * The nearest of `candidates`, where it is near enough to be a slip of the fingers: two letters
 * that changed places, or one edit for names up to four letters, two up to eight, three beyond;
 * upper and lower case do not count.
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || name.length > 100) return undefined;
  const folded = new Map(candidates.map((each) => [each.toLowerCase(), each]));
  const swapped = swaps(name.toLowerCase()).find((each) => folded.has(each));
  if (swapped !== undefined) return folded.get(swapped);
  const best = closest(name.toLowerCase(), [...folded.keys()]);
  const allowed = name.length <= 4 ? 1 : name.length <= 8 ? 2 : 3;
  return distance(name.toLowerCase(), best) <= allowed ? folded.get(best) : undefined;
}

/** The names that come of two neighbouring letters changing places. */
function swaps(name: string): readonly string[] {
  const letters = [...name];
  return letters
    .slice(1)
    .map((letter, index) => letters.toSpliced(index, 2, letter, letters[index] ?? "").join(""));
}

/** `did you mean "…"?` and a blank, or nothing. */
export function didYouMean(name: string, candidates: readonly string[]): string {
  return slipText(slipOf(name, candidates));
}

/** A slip of the fingers, and what was meant. */
export interface Slip {
  readonly written: string;
  readonly meant: string;
}

/** The same as data, for tools that mend it; nothing where no candidate is near. */
export function slipOf(written: string, candidates: readonly string[]): Slip | undefined {
  const meant = nearest(written, candidates);
  return meant === undefined ? undefined : { written, meant };
}

/** The same as `didYouMean`, of a slip that is known already. */
export function slipText(slip: Slip | undefined): string {
  return slip === undefined ? "" : `did you mean "${slip.meant}"? `;
}
