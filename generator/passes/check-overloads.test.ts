/** Which overloads are reported as never called: those alone of which that is certain. */
import { expect, test } from "vitest";
import { check, spec } from "../../tests/language/check.js";

const enums = [
  { name: "Color", values: ["red"] },
  { name: "Level", kind: "IntEnum", values: ["low"] },
  { name: "Shade", kind: "Enum", values: ["pale"] },
];
const classes = [
  { name: "Base", constructors: [{}] },
  { name: "Derived", bases: ["Base"], constructors: [{}] },
];

/** The codes for a function with an overload for each type, in that order. */
function overloadsOf(...types: readonly string[]): readonly string[] {
  const functions = types.map((type) => ({ name: "f", params: [{ name: "value", type }] }));
  return check(spec({ functions, enums, classes })).codes;
}

test.each([
  ["int", "int"],
  ["bool", "int"],
  ["int", "bool"],
  ["unsigned", "long"],
  ["double", "int"],
  ["std::complex<double>", "float"],
  ["const char*", "const char*"],
  ["std::string", "const std::string&"],
  ["object", "Base"],
  ["Base", "Derived"],
  ["Base*", "const Base&"],
  ["int", "Color"],
  ["double", "Level"],
  ["std::function<void()>", "std::function<int(int)>"],
])("%s is tried before %s, and takes whatever it takes", (first, second) => {
  expect(overloadsOf(first, second)).toEqual(["GB4070"]);
});

test.each([
  ["int", "double"],
  ["int", "object"],
  ["int", "std::string"],
  ["char", "std::string"],
  ["Color", "int"],
  ["int", "Shade"],
  ["Color", "Level"],
  ["Derived", "Base"],
  ["std::function<void()>", "int"],
  ["list", "tuple"],
])("%s leaves something to %s", (first, second) => {
  expect(overloadsOf(first, second)).toEqual([]);
});

test("each is compared with all before it", () => {
  expect(overloadsOf("double", "std::string", "int")).toEqual(["GB4070"]);
});

test.each([
  [0, ["GB4070"]],
  [1, []],
] as const)("a raw function with at least %i arguments: %j", (minArguments, codes) => {
  const raw = { name: "f", raw: true, minArguments };
  const second = { name: "f", params: [{ name: "value", type: "int" }] };
  expect(check(spec({ functions: [raw, second] })).codes).toEqual(codes);
  expect(check(spec({ functions: [second, raw] })).codes).toEqual([]);
});
