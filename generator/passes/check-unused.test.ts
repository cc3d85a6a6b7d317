/** What is not reported as unused, because something may be meant by it. */
import { expect, test } from "vitest";
import { check, spec } from "../../tests/language/check.js";

const types = { Text: { cpp: "acme::Text", converters: "acme::register_text" } };
const conversions = [{ from: "int", to: "C" }];
const classes = [{ name: "C", constructors: [{}] }];
const parameter = (type: string) => ({ name: "f", params: [{ name: "value", type }] });

test.each([
  ["a type that a parameter names", { types, functions: [parameter("Text")] }],
  ["a type inside another", { types, functions: [parameter("std::optional<Text>")] }],
  [
    "a type that a callback names",
    {
      types: { ...types, Done: { callback: "void(Text)" } },
      functions: [parameter("Done")],
    },
  ],
  ["a module that only registers converters", { types }],
  [
    "a type that an attribute may have",
    { types, classes: [{ ...classes[0], attributes: [{ name: "text" }] }] },
  ],
  [
    "a type that a constant may have",
    { types, functions: [{ name: "f" }], constants: [{ name: "TEXT" }] },
  ],
  ["a type that C++ may look for in an object", { types, functions: [parameter("object")] }],
  [
    "a type that verbatim code may use",
    {
      types,
      functions: [{ name: "f" }],
      code: [{ at: "module", gil: "attached", cpp: "acme::more();" }],
    },
  ],
  [
    "a conversion to what a reference takes",
    { classes, conversions, functions: [parameter("const C&")] },
  ],
  [
    "a conversion of a pointer",
    {
      classes: [
        { name: "C", held: "std::shared_ptr", constructors: [{}] },
        { name: "D", bases: ["C"], held: "std::shared_ptr", constructors: [{}] },
      ],
      conversions: [{ from: "std::shared_ptr<D>", to: "std::shared_ptr<C>" }],
      functions: [parameter("std::shared_ptr<C>")],
    },
  ],
  [
    "an exception that one call lets through",
    {
      exceptions: [{ cpp: "acme::error", as: "KeyError" }],
      functions: [{ name: "f", exceptions: false }, { name: "g" }],
    },
  ],
  [
    "a policy that an inner class takes",
    {
      classes: [
        {
          name: "Outer",
          gil: "release",
          attributes: [{ name: "n" }],
          classes: [{ name: "Inner", constructors: [{}] }],
        },
      ],
    },
  ],
])("%s is none", (_, parts) => {
  expect(check(spec(parts)).report).toBe("");
});

test("a name that is misspelt is one mistake", () => {
  const { codes } = check(spec({ types, functions: [parameter("Tex")] }));
  expect(codes).toEqual(["GB2005"]);
});

test("each entry is reported", () => {
  const more = {
    ...types,
    Done: { callback: "void()" },
    Other: { cpp: "acme::Other", converters: "acme::o" },
  };
  const { codes } = check(spec({ types: more, functions: [parameter("Other")] }));
  expect(codes).toEqual(["GB2085", "GB2085"]);
});
