/** What becomes of each `doc` of a spec. */
import { describe, expect, test } from "vitest";
import { check, spec } from "../../tests/language/check.js";

describe("the docstring of a function", () => {
  const params = [
    { name: "a", type: "int", doc: "The first." },
    { name: "b", type: "int" },
    { name: "say", type: "Say" },
    { name: "other", type: "Say", doc: "Called last." },
  ];
  const types = { Say: { callback: "void()", doc: "Called at times." } };
  const docOf = (function_: object) =>
    check(spec({ types, functions: [{ name: "f", ...function_ }] })).module?.functions[0]?.doc;

  test("has the function's own text alone", () => {
    expect(docOf({ doc: "Does it." })).toBe("Does it.");
  });

  test("has a line for each parameter that says something, or whose type does", () => {
    const lines = "a: The first.\nsay: Called at times.\nother: Called last.";
    expect(docOf({ doc: "Does it.", params })).toBe(`Does it.\n\n${lines}`);
    expect(docOf({ params })).toBe(lines);
  });

  test("is absent where nothing is said", () => {
    expect(docOf({ params: [{ name: "a", type: "int" }] })).toBeUndefined();
  });
});

test("the docstring of a module has a line for each constant that says something", () => {
  const constants = [{ name: "A", doc: "The first." }, { name: "B" }];
  expect(check(spec({ constants }, { doc: "A module." })).module?.doc).toBe(
    "A module.\n\nA: The first.",
  );
});
