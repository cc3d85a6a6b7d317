/** What the passes find, construct by construct, where a scenario would say too much. */
import { describe, expect, test } from "vitest";
import { check, spec } from "../../tests/language/check.js";

describe("callbacks", () => {
  test("one that takes itself is refused once", () => {
    const types = { Say: { callback: "void(Say say)" } };
    expect(check(spec({ types })).codes).toEqual(["GB4006"]);
  });

  test("two that take each other are refused once each", () => {
    const types = { A: { callback: "void(B b)" }, B: { callback: "void(A a)" } };
    expect(check(spec({ types })).codes).toEqual(["GB4006", "GB4006"]);
  });

  test("a mistake in the signature is told where it is declared, not where it is used", () => {
    const types = { Say: { callback: "void(strin text)" } };
    const functions = [{ name: "f", params: [{ name: "say", type: "Say" }] }];
    expect(check(spec({ types, functions })).codes).toEqual(["GB2005"]);
  });

  test("a signature that can't be read is told once", () => {
    const types = { Say: { callback: "void(" } };
    const functions = [{ name: "f", params: [{ name: "say", type: "Say" }] }];
    expect(check(spec({ types, functions })).codes).toEqual(["GB2007"]);
  });
});

describe("types", () => {
  test("a class of the spec goes before a Python type of the same name", () => {
    const classes = [{ name: "list", cpp: "acme::list", constructors: [{}] }];
    const functions = [{ name: "f", gil: "release", params: [{ name: "a", type: "list" }] }];
    expect(check(spec({ classes, functions })).codes).toEqual([]);
  });

  test("one name can't be declared among the types and as a class", () => {
    const classes = [{ name: "Counter", constructors: [{}] }];
    const types = { Counter: { cpp: "acme::Counter" } };
    expect(check(spec({ classes, types })).codes).toEqual(["GB2004"]);
  });

  test("the C++ type of a declaration is read as a type", () => {
    const types = { Evil: { cpp: 'int); system("x"' } };
    expect(check(spec({ types })).codes).toEqual(["GB2007"]);
  });

  test("a declared type that shows a Python object is refused in a released function", () => {
    const types = { Objects: { cpp: "std::vector<boost::python::object>" } };
    const params = [{ name: "all", type: "const Objects&" }];
    const functions = [{ name: "f", gil: "release", params }];
    expect(check(spec({ types, functions })).codes).toEqual(["GB3003"]);
  });
});

describe("names", () => {
  test("a parameter that is no identifier does not hide the other checks", () => {
    const gil = { policy: "release", when: "n > 1" };
    const params = [{ name: "(", type: "int" }];
    expect(check(spec({ functions: [{ name: "f", gil, params }] })).codes).toEqual([
      "GB2001",
      "GB3009",
    ]);
  });

  test("what is inside a class declared twice is not told as well", () => {
    const inner = { name: "A", enums: [{ name: "E", values: ["a"] }], methods: [{ name: "b" }] };
    expect(check(spec({ classes: [inner, inner] })).codes).toEqual(["GB2004"]);
  });

  test("what is wrong with a source's name is not told again as a missing file", () => {
    expect(check(spec({}, { sources: ["a;b.cpp"] })).codes).toEqual(["GB2009"]);
  });

  test.each(["f_2", "f#2"].map((id) => ({ id })))("%j has a C++ name of its own", ({ id }) => {
    const functions = [
      { name: "f" },
      { name: "f", params: [{ name: "a", type: "int" }] },
      { name: "f_2" },
      { name: "f__2" },
    ];
    const all = check(spec({ functions })).module?.functions ?? [];
    const same = all.filter((each) => each.body === all.find((one) => one.id === id)?.body);
    expect(same).toHaveLength(1);
  });

  test("a class and one nested in another have C++ names of their own", () => {
    const classes = [{ name: "A", classes: [{ name: "B" }] }, { name: "A_B" }, { name: "module" }];
    const identifiers = check(spec({ classes })).module?.classes.map((each) => each.identifier);
    expect(identifiers).toEqual(["A", "A_B", "A_B_2", "module_2"]);
  });
});

describe("order", () => {
  test("a long chain of bases is put in order", () => {
    const count = 20_000;
    const classes = Array.from({ length: count }, (_, index) => ({
      name: `C${index}`,
      ...(index + 1 < count && { bases: [`C${index + 1}`] }),
    }));
    const ordered = check(spec({ classes })).module?.classes;
    expect(ordered?.at(0)?.name).toBe(`C${count - 1}`);
    expect(ordered?.at(-1)?.name).toBe("C0");
  });

  test("the order of keys does not matter, in `types` either", () => {
    const types = { B: { callback: "void(int)" }, A: { callback: "int()" } };
    const again = { A: types.A, B: types.B };
    const signatures = (given: object) => check(spec({ types: given })).module?.callbacks;
    expect(signatures(types)).toEqual(signatures(again));
  });
});

describe("lock", () => {
  test("a function takes the module's lock where it alone asks for it", () => {
    const functions = [{ name: "f", lock: "module" }, { name: "g" }];
    const [f, g] = check(spec({ functions })).module?.functions ?? [];
    expect(f?.locks).toEqual([{ form: "module" }]);
    expect(g?.locks).toEqual([]);
  });
});
