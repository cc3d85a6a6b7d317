/** Conditions as they are written, and entries that are never there or need what may be absent. */
import { describe, expect, test } from "vitest";
import { check, spec } from "../../tests/language/check.js";
import { parseCondition } from "./lower-presence.js";

test.each([
  ["ACME_VERSION >= 5", { operator: ">=", number: "5" }],
  ["ACME_VERSION>=5", { operator: ">=", number: "5" }],
  [" ACME_VERSION  !=  0x3000 ", { operator: "!=", number: "0x3000" }],
  ["ACME_VERSION < 0", { operator: "<", number: "0" }],
])("%j compares a macro", (text, comparison) => {
  expect(parseCondition(text)).toEqual({ macro: "ACME_VERSION", comparison });
});

test("a macro alone has to be defined", () => {
  expect(parseCondition("ACME_HAS_STREAMS")).toEqual({ macro: "ACME_HAS_STREAMS" });
});

test.each([
  "",
  "ACME_VERSION >=",
  ">= 5",
  "5",
  "ACME_VERSION => 5",
  "ACME_VERSION = 5",
  "ACME_VERSION >= 5.2",
  "ACME_VERSION >= 05",
  "ACME_VERSION >= 5L",
  "ACME_VERSION >= -1",
  "ACME_VERSION >= OTHER",
  "ACME_VERSION >= 9223372036854775808",
  "ACME_VERSION >= 5 && X",
  "!ACME_HAS_STREAMS",
  "defined(X)",
  "defined",
  "__has_include",
  "not",
  "true >= 1",
  "A\n#error",
  "A >= 5\n#endif",
  "A >= 5//",
  "Ä >= 5",
  "5.2",
])("%j is no condition", (text) => {
  expect(parseCondition(text)).toBeTypeOf("string");
  expect(check(spec({ functions: [{ name: "f", since: text }] })).codes).toEqual(["GB2110"]);
});

const newer = { since: "V >= 5" };
const Call = { callback: "void(const A&)" };
const gained = {
  classes: [{ name: "A", constructors: [{}], ...newer }],
  enums: [{ name: "E", values: ["e"], ...newer }],
};

describe("what names an entry that may be absent", () => {
  test.each([
    ["a parameter", { functions: [{ name: "f", params: [{ name: "a", type: "const A&" }] }] }],
    ["a result", { functions: [{ name: "f", returns: "A" }] }],
    ["part of a type", { functions: [{ name: "f", returns: "std::optional<A>" }] }],
    ["an enumeration", { functions: [{ name: "f", params: [{ name: "e", type: "E" }] }] }],
    ["a base", { classes: [...gained.classes, { name: "B", bases: ["A"], constructors: [{}] }] }],
    ["a constant", { constants: [{ name: "C", type: "E" }] }],
    [
      "a method",
      { classes: [...gained.classes, { name: "B", methods: [{ name: "f", returns: "A" }] }] },
    ],
    [
      "an attribute",
      { classes: [...gained.classes, { name: "B", attributes: [{ name: "n", type: "E" }] }] },
    ],
    [
      "an exception",
      {
        exceptions: [
          { name: "X", ...newer },
          { name: "Y", base: "X" },
        ],
      },
    ],
  ])("has to be absent then too: %s", (_, entries) => {
    expect(check(spec({ ...gained, ...entries })).codes).toEqual(["GB2112"]);
  });

  test("a callback has it in its signature", () => {
    const functions = [{ name: "f", ...newer, params: [{ name: "call", type: "Call" }] }];
    const codesOf = (types: object) => check(spec({ ...gained, types, functions })).codes;
    expect(codesOf({ Call })).toEqual(["GB2112"]);
    expect(codesOf({ Call: { ...Call, ...newer } })).toEqual([]);
  });

  test.each([
    ["a callback", { callback: "void()" }],
    ["a type of C++", { cpp: "acme::Text", converters: "acme::convert" }],
  ])("which an entry of types is, too: %s", (_, type) => {
    const codesOf = (presence: object) => {
      const functions = [{ name: "f", params: [{ name: "value", type: "T" }], ...presence }];
      return check(spec({ types: { T: { ...type, ...newer } }, functions })).codes;
    };
    expect(codesOf({})).toEqual(["GB2112"]);
    expect(codesOf(newer)).toEqual([]);
  });

  test.each([
    ["asks for the same", newer],
    ["asks for more", { since: "V >= 6" }],
  ])("and %s is right", (_, presence) => {
    const functions = [{ name: "f", params: [{ name: "a", type: "const A&" }], ...presence }];
    expect(check(spec({ ...gained, functions })).codes).toEqual([]);
  });

  test("which another module binds", () => {
    const base = {
      "base.spec.json": JSON.stringify({
        module: { name: "base" },
        classes: [{ name: "Shape", constructors: [{}], ...newer }],
      }),
    };
    const codesOf = (presence: object) => {
      const functions = [{ name: "f", params: [{ name: "s", type: "Shape" }], ...presence }];
      return check(spec({ imports: ["base.spec.json"], functions }), base).codes;
    };
    expect(codesOf({})).toEqual(["GB2112"]);
    expect(codesOf(newer)).toEqual([]);
  });

  test("and stands inside something that is absent then is right", () => {
    const inner = { name: "B", ...newer, methods: [{ name: "f", returns: "A" }] };
    expect(check(spec({ classes: [...gained.classes, inner] })).codes).toEqual([]);
    const functions = [{ name: "f", returns: "A" }];
    const modules = [{ name: "inner", ...newer, functions }];
    expect(check(spec({ ...gained, modules })).codes).toEqual([]);
  });
});

test.each([
  ["by itself", { functions: [{ name: "f", since: "V >= 5", until: "V >= 4" }] }],
  [
    "for what is around it",
    { classes: [{ name: "A", ...newer, methods: [{ name: "f", until: "V >= 5" }] }] },
  ],
])("an entry is never there, %s", (_, entries) => {
  expect(check(spec(entries)).codes).toEqual(["GB2111"]);
});

describe("one name", () => {
  const member = (first: object, second: object) =>
    check(
      spec({
        classes: [
          {
            name: "A",
            constructors: [{}],
            attributes: [{ name: "n", ...first }],
            properties: [{ name: "n", get: "n", ...second }],
          },
        ],
      }),
    ).codes;

  test("is an attribute until it is a property", () => {
    expect(member({ until: "V >= 5" }, newer)).toEqual([]);
  });

  test.each([
    [{ until: "V >= 6" }, newer],
    [{}, newer],
    [newer, newer],
  ])("is not both: %j and %j", (first, second) => {
    expect(member(first, second)).toEqual(["GB2004"]);
  });

  test("is no two attributes, and no two classes", () => {
    const both = [
      { name: "B", constructors: [{}], ...newer },
      { name: "B", constructors: [{}], until: "V >= 5" },
    ];
    expect(check(spec({ classes: both })).codes).toEqual(["GB2004"]);
    const attributes = both.map(({ constructors: _, ...each }) => each);
    const classes = [{ name: "A", constructors: [{}], attributes }];
    expect(check(spec({ classes })).codes).toEqual(["GB2004"]);
  });
});

test("an overload hides another where it is there whenever the other is", () => {
  const overloads = (first: object, second: object) => {
    const functions = [
      { name: "f", returns: "int", ...first },
      { name: "f", cpp: "g", returns: "int", ...second },
    ];
    return check(spec({ functions })).codes;
  };
  expect(overloads(newer, { until: "V >= 5" })).toEqual([]);
  expect(overloads(newer, { since: "V >= 4" })).toEqual([]);
  expect(overloads(newer, {})).toEqual([]);
  expect(overloads(newer, { since: "V >= 6" })).toEqual(["GB4070"]);
  expect(overloads({}, newer)).toEqual(["GB4070"]);
});

test.each([
  ["a parameter", { functions: [{ name: "f", params: [{ name: "n", type: "int", ...newer }] }] }],
  ["the module", { module: { name: "m", ...newer }, functions: [{ name: "f" }] }],
  ["a step", { functions: [{ name: "f", steps: [{ release: "1", ...newer }] }] }],
])("%s has no condition", (_, entries) => {
  expect(check(spec(entries)).codes).toEqual(["GB1021"]);
});
