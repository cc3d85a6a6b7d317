/** How a measured figure is printed, and held against its bound. */

/**
 * Prints `figure: NAME = VALUE (bound <= X) holds|short`.
 *
 * @returns {boolean} Whether it holds.
 */
export function figure(name, value, bound) {
  const holds = value <= bound;
  console.log(`figure: ${name} = ${value} (bound <= ${bound}) ${holds ? "holds" : "short"}`);
  return holds;
}

/** The middle one of so many measurements, to the thousandth. */
export async function median(runs, measure) {
  const measured = [];
  for (let run = 0; run < runs; run += 1) measured.push(await measure());
  const middle = measured.sort((a, b) => a - b)[Math.floor(runs / 2)];
  return Number(middle.toFixed(3));
}
