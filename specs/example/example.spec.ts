// The example module in TypeScript: the same bytes come of it as of example.spec.json.
import type { Callback, double, Module, std } from "gen-bindings/types";

export const specVersion = 1;

export const module = {
  name: "example",
  doc: "A long calculation, a call into Python, and another long calculation; said in four ways.",
  namespace: "example",
  headers: ["example.hpp"],
  sources: ["example.cpp"],
} satisfies Module;

/** Called between the two calculations. */
export type Say = Callback<(text: std.string) => void>;

/**
 * The C++ function steers a gil_guard itself.
 *
 * @gil guard
 * @example round(f(str.upper, 0.01), 1) returns 6.3
 * @example f(1) raises TypeError
 * @example f(print, 'soon') raises TypeError
 */
export declare function f(
  /** @default gen_bindings::builtin("print") */ say?: Say,
  /** @default 0.5 */ seconds?: double,
): double;

/**
 * The spec lists the steps, each with its GIL state.
 *
 * @step acquire example::announce()
 * @step release example::calculate(seconds) as first
 * @step acquire say("calling a python function")
 * @step release first + example::calculate(seconds)
 * @example round(f_steps(str.upper, 0.01), 1) returns 6.3
 */
export declare function f_steps(
  /** @default gen_bindings::builtin("print") */ say?: Say,
  /** @default 0.5 */ seconds?: double,
): double;

/**
 * A plain C++ function, released; its callback attaches by itself.
 *
 * @cpp example::calculate_twice
 * @gil release
 * @example round(f_release(say=str.upper, seconds=0.01), 1) returns 6.3
 */
export declare function f_release(
  /** @default gen_bindings::builtin("print") */ say?: Say,
  /** @default 0.5 */ seconds?: double,
): double;

/**
 * The same C++ function, held: every other Python thread waits until it is done.
 *
 * @cpp example::calculate_twice
 * @gil hold
 * @example round(f_hold(str.upper, 0.01), 1) returns 6.3
 */
export declare function f_hold(
  /** @default gen_bindings::builtin("print") */ say?: Say,
  /** @default 0.5 */ seconds?: double,
): double;
