/** What is printed into the project's CMakeLists.txt. */
import { expect, test } from "vitest";
import { generated, spec } from "../../tests/language/check.js";

test("a module may be named as the library that it links", async () => {
  const text = await generated(spec({}, { link: ["m"] }), "CMakeLists.txt");
  const targets = [...text.matchAll(/^\s*m_add_module\((\w+)/gm)].map((each) => each[1]);
  expect(targets).toEqual(["m_module", "m_probe"]);
  expect(text).toMatch(/^ +m$/m);
});
