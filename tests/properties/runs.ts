/** How many random documents a property is tried with. */

/** Few, with `npm test`; as many as GEN_BINDINGS_PROPERTY_RUNS says, with `npm run figures:robustness`. */
export function runsOf(few: number): number {
  return Number(process.env.GEN_BINDINGS_PROPERTY_RUNS ?? few);
}
