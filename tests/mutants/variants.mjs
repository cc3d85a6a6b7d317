/** How a text is changed in one place at a time. */

/**
 * The text once for each match of the pattern, with that one replaced.
 *
 * @param {string} text
 * @param {string | RegExp} pattern Without flags.
 * @param {string | ((...match: string[]) => string)} replacement As String.replace takes it.
 * @returns {readonly string[]} Without those in which nothing changed.
 */
export function replaceEach(text, pattern, replacement) {
  const source = typeof pattern === "string" ? escaped(pattern) : pattern.source;
  return [...text.matchAll(new RegExp(source, "g"))]
    .map(({ 0: found, index }) => {
      const replaced = found.replace(new RegExp(source), replacement);
      return text.slice(0, index) + replaced + text.slice(index + found.length);
    })
    .filter((variant) => variant !== text);
}

/**
 * The text once for each two neighbours among the matches, with both replaced.
 *
 * @param {string} text
 * @param {RegExp} pattern With the flag g.
 * @param {(one: string, other: string) => readonly [string, string] | undefined} replaced What stands
 *   in their places, or nothing where they are no pair.
 * @returns {readonly string[]}
 */
export function replacePairs(text, pattern, replaced) {
  const matches = [...text.matchAll(pattern)];
  return matches.slice(1).flatMap((second, index) => {
    const first = matches[index];
    const pair = replaced(first[0], second[0]);
    if (pair === undefined) return [];
    const between = text.slice(first.index + first[0].length, second.index);
    const after = text.slice(second.index + second[0].length);
    return [text.slice(0, first.index) + pair[0] + between + pair[1] + after];
  });
}

function escaped(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
