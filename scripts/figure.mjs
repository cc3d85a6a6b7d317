/** How a measured figure is printed, and held against its bound. */

/** The lines of the figures that fell short so far, for whoever tells of them again at the end. */
export const shortfalls = [];

/**
 * Prints `figure: NAME = VALUE (bound <= X) holds|short`.
 *
 * @returns {boolean} Whether it holds.
 */
export function figure(name, value, bound) {
  return printed(name, value, `<= ${bound}`, value <= bound);
}

/** The same for a value that must be at least the bound: `(bound >= X)`. */
export function figureAtLeast(name, value, bound) {
  return printed(name, value, `>= ${bound}`, value >= bound);
}

function printed(name, value, bound, holds) {
  const line = `figure: ${name} = ${value} (bound ${bound}) ${holds ? "holds" : "short"}`;
  console.log(line);
  if (!holds) shortfalls.push(line);
  return holds;
}

/** The middle one of so many measurements, to the thousandth. */
export async function median(runs, measure) {
  const measured = [];
  for (let run = 0; run < runs; run += 1) measured.push(await measure());
  const middle = measured.sort((a, b) => a - b)[Math.floor(runs / 2)];
  return Number(middle.toFixed(3));
}
