/** Figures, printed as the scripts print theirs; `npm run figures:robustness` picks them out. */
import { expect } from "vitest";

/** Prints `figure: NAME = VALUE (bound <= X) holds|short`, and fails where it falls short. */
export function figure(name: string, value: number, bound: number): void {
  const verdict = value <= bound ? "holds" : "short";
  console.log(`figure: ${name} = ${value} (bound <= ${bound}) ${verdict}`);
  expect(value, name).toBeLessThanOrEqual(bound);
}
