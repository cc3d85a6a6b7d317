/** Which callables are dispatched by entries of their own, and why others are not. */
import { expect, test } from "vitest";
import { modelOf, spec } from "../../tests/language/check.js";
import { isFast } from "../model/callable.js";
import { callablesOf } from "../model/model.js";

const fast = { defaults: { dispatch: "fast" } };

function chosen(parts: object): Record<string, boolean | string> {
  return Object.fromEntries(
    callablesOf(modelOf(spec(parts))).map((each) => [each.id, each.boostReason ?? isFast(each)]),
  );
}

test("the nearest setting wins", () => {
  const functions = [{ name: "f" }, { name: "g", dispatch: "boost" }];
  const methods = [{ name: "f" }, { name: "g", dispatch: "fast" }];
  const classes = [{ name: "C", dispatch: "boost", methods }];
  expect(chosen({ ...fast, functions, classes })).toEqual({
    f: true,
    g: false,
    "C.f": false,
    "C.g": true,
  });
});

test("overloads of one name are dispatched in one way", () => {
  const functions = [
    { name: "f", params: [{ name: "a", type: "int" }] },
    { name: "f", dispatch: "boost", params: [{ name: "a", type: "std::string" }] },
    { name: "g" },
  ];
  const reason = '"f#2" of the same name is set to boost';
  expect(chosen({ ...fast, functions })).toEqual({ f: reason, "f#2": false, g: true });
});

test("an overload that Boost.Python makes by itself keeps the others", () => {
  const classes = [
    {
      name: "C",
      constructors: [{}, { factory: "acme::make", raw: true }],
      methods: [{ name: "f" }],
    },
  ];
  expect(chosen({ ...fast, classes })).toEqual({
    "C.__init__": "an overload of the name is made by Boost.Python itself",
    "C.f": true,
  });
});

test("docstrings with C++ signatures are Boost.Python's", () => {
  const functions = [{ name: "f", docstrings: { cpp: true } }];
  expect(chosen({ ...fast, functions })).toEqual({
    f: "the docstring shows signatures in C++",
  });
});

test("an accessor of a static property is Boost.Python's", () => {
  const properties = [
    { name: "a", get: "a", set: "set_a" },
    { name: "b", get: "b", static: true },
  ];
  expect(chosen({ ...fast, classes: [{ name: "C", properties }] })).toEqual({
    "C.a.get": true,
    "C.a.set": true,
    "C.b.get": "a static property is Boost.Python's own",
  });
});
