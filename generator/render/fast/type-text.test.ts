/** Annotations as docstrings and messages spell them. */
import { expect, test } from "vitest";
import { typeText } from "./type-text.js";

test.each([
  ["builtins.int", "int"],
  ["typing.Any", "Any"],
  [".RE2.Options", "RE2.Options"],
  [
    "collections.abc.Callable[[builtins.float, .Place], builtins.object]",
    "Callable[[float, Place], object]",
  ],
  [".Place | None", "Place | None"],
  ["builtins.tuple[builtins.int, ...]", "tuple[int, ...]"],
  ["builtins.dict[\n  builtins.str, builtins.int]", "dict[ str, int]"],
])("%s", (annotation, text) => {
  expect(typeText(annotation)).toBe(text);
});
