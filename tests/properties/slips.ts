/** Slips of the fingers, and whether what was meant is suggested. */
import fc from "fast-check";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";

const seed = 20_240_229;

/** One letter left out, put in, put in place of another, or two that changed places. */
export function slips(word: string, count: number): readonly string[] {
  const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
  const place = fc.nat({ max: word.length - 1 });
  const slip = fc
    .tuple(fc.constantFrom("left out", "put in", "replaced", "swapped"), place, letter)
    .map(([kind, at, other]) => {
      const [before, here, next] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1)];
      const after = word.slice(at + 1);
      if (kind === "left out") return before + after;
      if (kind === "put in") return before + other + here + after;
      if (kind === "replaced") return before + other + after;
      return before + next + here + word.slice(at + 2);
    })
    .filter((each) => each !== word && each !== "");
  return fc.sample(slip, { numRuns: count, seed });
}

/** A text with a slip in it: what checking it finds is asked for only when it is counted. */
export interface Slip {
  readonly slip: string;
  readonly meant: string;
  readonly found: () => Promise<readonly Diagnostic[]>;
}

/** Of all slips that are a mistake; shows the first few that lead nowhere. */
export async function shareOf(
  all: readonly Slip[],
): Promise<{ readonly percent: number; readonly counted: number }> {
  let [counted, wrong] = [0, 0];
  const shown: string[] = [];
  for (const { slip, meant, found } of all) {
    const diagnostics = await found();
    // Otherwise the slip made another name of the language or of the spec.
    if (diagnostics.length === 0) continue;
    counted += 1;
    if (diagnostics.some(({ hint }) => hint.includes(`did you mean "${meant}"?`))) continue;
    wrong += 1;
    shown.push(`${slip} for ${meant}`);
  }
  if (wrong > 0) console.log(`not suggested: ${[...new Set(shown)].slice(0, 40).join(", ")}`);
  return { percent: Number(((100 * wrong) / counted).toFixed(2)), counted };
}
