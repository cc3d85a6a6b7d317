/** The C++ names that stand for overridable methods. */
import { expect, test } from "vitest";
import { check, spec } from "../../tests/language/check.js";
import { overridableViews } from "./trampoline-view.js";

test("inherited methods have names of their own, however the classes are called", () => {
  const classOf = (name: string, method: string, bases: readonly string[] = []) => ({
    name,
    bases,
    copyable: false,
    constructors: [{}],
    methods: [{ name: method, virtual: true }],
  });
  const classes = [
    classOf("C", "f"),
    classOf("B_C", "f"),
    classOf("A", "g", ["B_C"]),
    classOf("A_B", "g", ["C"]),
  ];
  const keys = overridableViews(
    { presences: new Map() },
    check(spec({ classes })).module?.classes ?? [],
  ).map((each) => each.key);
  expect(keys).toHaveLength(6);
  expect(new Set(keys).size).toBe(6);
});
