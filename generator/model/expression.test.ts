/** Which names of an expression stand by themselves. */
import { expect, test } from "vitest";
import { freeNames } from "./expression.js";

test.each([
  { expression: "n > 4096", names: ["n"] },
  { expression: "s.size() > it->count", names: ["s", "it"] },
  { expression: "acme::limit < ::n", names: ["acme"] },
  { expression: String.raw`f("a \" b", 'c', '\'')`, names: ["f"] },
  { expression: "a /* b */ + c // d\n + e", names: ["a", "c", "e"] },
  { expression: "n > 1'000 && m > 0xAB'CD", names: ["n", "m"] },
  { expression: "x1 + 1e5 + 0x1f + _y", names: ["x1", "_y"] },
  { expression: "", names: [] },
])("$expression", ({ expression, names }) => {
  expect([...freeNames(expression)]).toEqual(names);
});
