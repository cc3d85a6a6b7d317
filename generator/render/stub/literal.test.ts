/** Which default values of C++ a stub can say in Python. */
import { expect, test } from "vitest";
import type { ResolvedType } from "../../model/type.js";
import { annotationOf, defaultValue } from "./literal.js";

const types = {
  int: ["fundamental", "int", "int"],
  double: ["fundamental", "double", "float"],
  float: ["fundamental", "float", "float"],
  bool: ["fundamental", "bool", "bool"],
  char: ["fundamental", "char", "str"],
  text: ["text", "std::string", "str"],
  color: ["enumeration", "::acme::Color", "Color"],
  object: ["class", "::acme::Object", "Object"],
} as const;

test.each([
  ["int", "12", "12"],
  ["int", "- 12", "-12"],
  ["int", "1'000ul", "1000"],
  ["int", "0xFFu", "0xFF"],
  ["int", "017", "0o17"],
  ["int", "1 + 2", "..."],
  ["int", "limit", "..."],
  ["int", "2.5", "..."],
  ["double", "2", "2.0"],
  ["double", "-.5", "-0.5"],
  ["double", "1.", "1.0"],
  ["double", "1e3", "1e3"],
  ["double", "0.1f", "..."],
  ["double", "0.5f", "0.5"],
  ["double", "010", "..."],
  ["float", "0.1", "..."],
  ["bool", "true", "True"],
  ["bool", "1", "..."],
  ["char", "'x'", '"x"'],
  ["text", '"two words"', '"two words"'],
  ["text", String.raw`"a\n"`, "..."],
  ["text", '"ä"', "..."],
  ["text", '"a" "b"', "..."],
  ["color", "acme::Color::red", ".Color.red"],
  ["color", "::acme::Color::red", ".Color.red"],
  ["color", "acme::Color::none", "..."],
  ["object", "acme::Object{1}", "..."],
] as const)("%s: %s is %s", (kind, cpp, expected) => {
  const enumerators = new Map([["::acme::Color::red", ".Color.red"]]);
  expect(defaultValue(cpp, typeOf(types[kind]), enumerators)).toBe(expected);
});

test("a null pointer is None, and no other type has one", () => {
  const pointer = { ...typeOf(types.object), indirection: "pointer" } as const;
  expect(defaultValue("nullptr", pointer, new Map())).toBe("None");
  expect(defaultValue("nullptr", typeOf(types.object), new Map())).toBe("...");
});

test.each([
  ["42", "builtins.int"],
  ["-0x1Fu", "builtins.int"],
  ["1.5f", "builtins.float"],
  ["1e3", "builtins.float"],
  ['"text"', "builtins.str"],
  ["true", "builtins.bool"],
  ["::acme::Color::red", ".Color"],
  ["acme::version", "typing.Any"],
  ["40 + 2", "typing.Any"],
])("the constant %s is annotated with %s", (cpp, annotation) => {
  expect(annotationOf(cpp, new Map([["::acme::Color::red", ".Color.red"]]))).toBe(annotation);
});

function typeOf([kind, value, python]: (typeof types)[keyof typeof types]): ResolvedType {
  const annotation = { argument: "typing.Any", result: "typing.Any" };
  return { kind, cpp: value, value, python, annotation, indirection: "value", ownsPython: false };
}
