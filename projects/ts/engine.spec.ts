// Declarations for gen-bindings, which reads them and never runs them. An editor knows the types once
// the package is installed here: npm install --save-dev gen-bindings
import type { Callback, double, int, Module } from "gen-bindings/types";

export const specVersion = 1;

export const module = {
  name: "engine",
  doc: "A calculation in C++.",
  namespace: "acme",
  headers: ["engine.hpp"],
  sources: ["engine.cpp"],
} satisfies Module;

export type Progress = Callback<(fraction: double) => void>;

/**
 * Adds up 1/k² with the GIL released, and calls progress after each step.
 *
 * @gil release
 * @example round(simulate(3, print), 3) returns 1.645
 * @example simulate(3, 'no callable') raises TypeError
 */
export declare function simulate(steps: int, progress: Progress): double;

/** Counts up, on any number of threads. */
export declare class Counter {
  /** @example Counter(3).value returns 3 */
  constructor(/** @default 0 */ start?: int);

  /**
   * Counts up by a number, and returns the sum.
   *
   * @gil release when by > 4096
   * @lock self
   * @example Counter(3).increase(5000) returns 5003
   * @example Counter(3).increase() returns 4
   */
  increase(/** @default 1 */ by?: int): int;

  /** @example Counter().value returns 0 */
  get value(): int;
}
