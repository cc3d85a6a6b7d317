/** Figures, printed as the scripts print theirs; `npm run figures:robustness` picks them out. */
import { expect } from "vitest";

/** Prints `figure: NAME = VALUE (bound <= X) holds|short`, and fails where it falls short. */
export function figure(name: string, value: number, bound: number): void {
  print(name, value, bound);
  expect(value, name).toBeLessThanOrEqual(bound);
}

/** Prints the figure of a time, in seconds. The script alone judges it: other work slows a test down too. */
export function timeFigure(name: string, seconds: number, bound: number): void {
  print(`${name}, seconds`, Number(seconds.toFixed(1)), bound);
}

function print(name: string, value: number, bound: number): void {
  console.log(
    `figure: ${name} = ${value} (bound <= ${bound}) ${value <= bound ? "holds" : "short"}`,
  );
}
