/** How a stub declares a method: the object by the name that callers may give it. */
import { expect, test } from "vitest";
import { callView, method } from "./functions.js";
import { stubNames } from "./names.js";

const none = new Set<string>();
const names = stubNames({ module: "m", submodule: "", submodules: [], top: none, inner: none });
const known = "# pyright: ignore[reportSelfClsParameterName]";

test.each([
  { object: "self", others: [], shown: "self" },
  { object: "self", others: ["than"], shown: "self, than: int" },
  { object: "polygon", others: [], shown: `polygon,  ${known}\n` },
  { object: "polygon", others: ["than"], shown: `polygon,  ${known}\nthan: int` },
])("the object is $object, before $others", ({ object, others, shown }) => {
  const given = {
    ...method("larger", "builtins.bool"),
    receiver: [object],
    parameters: others.map((name) => ({ name, annotation: "builtins.int" })),
  };
  expect(callView(given, names, []).parameters).toBe(shown);
});

test("a function has no object", () => {
  const given = { ...method("f", "None"), receiver: [] };
  expect(callView(given, names, []).parameters).toBe("");
});
