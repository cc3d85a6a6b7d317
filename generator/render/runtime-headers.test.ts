/** When a module is read without the headers of classes and callbacks. */
import { describe, expect, it } from "vitest";
import { check, spec } from "../../tests/language/check.js";
import { isFunctionsAlone } from "./runtime-headers.js";

const plain = {
  name: "f",
  params: [
    { name: "a", type: "int" },
    { name: "b", type: "const std::string&" },
  ],
  returns: "double",
};

function verdict(parts: object, hasOwnTemplates = false): boolean {
  const { module } = check(spec(parts));
  if (module === undefined) throw new Error("the spec of this test is wrong");
  return isFunctionsAlone(module, hasOwnTemplates);
}

describe("isFunctionsAlone", () => {
  it.each([
    ["numbers and text", plain],
    ["no result", { ...plain, returns: "void" }],
    ["a released region", { ...plain, gil: "release" }],
    ["a default", { ...plain, params: [{ name: "a", type: "int", default: "1 + 1" }] }],
  ])("is true for %s", (_, each) => {
    expect(verdict({ functions: [each] })).toBe(true);
  });

  it.each([
    ["a callback", { ...plain, params: [{ name: "f", type: "std::function<void(int)>" }] }],
    ["an object of Python", { ...plain, returns: "boost::python::object" }],
    ["Boost.Python's dispatch", { ...plain, dispatch: "boost" }],
    ["C++ that names Boost.Python", { ...plain, cpp: "boost::python::len" }],
    ["C++ that names the runtime", { ...plain, cpp: "gen_bindings::probe::f" }],
  ])("is false for %s", (_, each) => {
    expect(verdict({ functions: [plain, each] })).toBe(false);
  });

  it("is false where there is a class, a constant or verbatim code", () => {
    expect(verdict({ functions: [plain], classes: [{ name: "C" }] })).toBe(false);
    expect(verdict({ functions: [plain], constants: [{ name: "c", cpp: "c", type: "int" }] })).toBe(
      false,
    );
    const code = [{ at: "module", gil: "attached", cpp: "f();" }];
    expect(verdict({ functions: [plain], code })).toBe(false);
  });

  it("is false where templates of the user's may print anything", () => {
    expect(verdict({ functions: [plain] }, true)).toBe(false);
  });
});
