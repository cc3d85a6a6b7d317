/** How long the first run of all pairs took, which builds everything: what later runs save. */
import { remember, remembered } from "../setup/fingerprint.mjs";

/**
 * Remembers the seconds of the first run, and compares later ones with it.
 *
 * @param {string} file Where the first run's seconds are, or will be.
 * @param {number} seconds How long this run of all pairs took.
 * @returns {string} What to tell of it.
 */
export function comparedWithFirstRun(file, seconds) {
  const first = JSON.parse(remembered(file) ?? "{}").seconds;
  if (first === undefined) {
    remember(file, JSON.stringify({ seconds }));
    return `${seconds} s, the first run of all pairs: later ones are compared with it`;
  }
  const minutes = (Math.max(0, first - seconds) / 60).toFixed(1);
  return `${seconds} s; the first run took ${first} s: the cache saved ${minutes} minutes`;
}
