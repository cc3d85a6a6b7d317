/** Which slips of the fingers are recognised, and which words are too far off. */
import { describe, expect, test } from "vitest";
import { didYouMean, nearest } from "./nearest.js";

const words = ["release", "hold", "guard", "includeDirs", "f"];

describe("the nearest word", () => {
  test.each([
    { typed: "relese", meant: "release" },
    { typed: "hodl", meant: "hold" },
    { typed: "Hold", meant: "hold" },
    { typed: "inlcudedir", meant: "includeDirs" },
    { typed: "gurad", meant: "guard" },
    { typed: "g", meant: "f" },
    { typed: "gold ", meant: "hold" },
    { typed: "house", meant: undefined },
    { typed: "", meant: "f" },
    { typed: "x".repeat(1000), meant: undefined },
  ])("$typed", ({ typed, meant }) => {
    expect(nearest(typed, words)).toBe(meant);
  });

  test("of none is none", () => {
    expect(nearest("hold", [])).toBeUndefined();
    expect(didYouMean("hold", [])).toBe("");
  });
});
