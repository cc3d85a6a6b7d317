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

  test("Python may own what a pointer to a class of another module points to", () => {
    const types = { Node: { cpp: "other::Node" } };
    const policy = { return: "manage_new_object" };
    const functions = [{ name: "make", returns: "Node*", policy }];
    expect(check(spec({ types, functions })).codes).toEqual([]);
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

describe("overloads", () => {
  const classes = [
    { name: "Base", constructors: [{}] },
    { name: "Derived", bases: ["Base"], constructors: [{}] },
  ];
  const overloads = (...types: string[][]) => {
    const params = (each: string[]) => each.map((type) => ({ type }));
    const functions = types.map((each) => ({ name: "f", params: params(each) }));
    return check(spec({ classes, functions })).codes;
  };

  test.each([
    [["int"], ["int"]],
    [["double"], ["int"]],
    [["int"], ["bool"]],
    [["bool"], ["long"]],
    [["std::complex<float>"], ["double"]],
    [["object"], ["std::string"]],
    [["std::string"], ["const char*"]],
    [["const Base&"], ["Derived&"]],
    [["Base*"], ["Derived"]],
    [
      ["object", "double"],
      ["list", "int"],
    ],
  ])("of %s hide those of %s that come later", (first, second) => {
    expect(overloads(first, second)).toEqual(["GB4070"]);
  });

  test.each([
    [["int"], ["double"]],
    [["Derived&"], ["Base&"]],
    [["std::string"], ["object"]],
    [["list"], ["dict"]],
    [["int"], ["int", "int"]],
    [["int", "int"], ["int"]],
    [["char"], ["int"]],
  ])("of %s leave something to those of %s", (first, second) => {
    expect(overloads(first, second)).toEqual([]);
  });

  test("with other keywords can be called by them", () => {
    const f = (name: string) => ({ name: "f", params: [{ name, type: "int" }] });
    expect(check(spec({ functions: [f("count"), f("size")] })).codes).toEqual([]);
    expect(check(spec({ functions: [f("count"), f("count")] })).codes).toEqual(["GB4070"]);
  });

  test("with arguments that may be left out are compared with those of fewer", () => {
    const pair = [{ type: "int" }, { type: "int" }];
    const more = { name: "f", params: pair, minArguments: 1 };
    const fewer = { name: "f", params: pair.slice(1) };
    expect(check(spec({ functions: [more, fewer] })).codes).toEqual(["GB4070"]);
    expect(check(spec({ functions: [fewer, more] })).codes).toEqual([]);
  });
});

describe("names", () => {
  test("only where there is an object a parameter can't be called self", () => {
    const params = [{ name: "self", type: "int" }];
    const classes = [{ name: "A", methods: [{ name: "f", params }] }];
    expect(check(spec({ functions: [{ name: "f", params }] })).codes).toEqual([]);
    expect(check(spec({ classes })).codes).toEqual(["GB2008"]);
  });

  test("a parameter that is no identifier does not hide the other checks", () => {
    const gil = { policy: "release", when: "n > 1" };
    const params = [{ name: "(", type: "int" }];
    expect(check(spec({ functions: [{ name: "f", gil, params }] })).codes).toEqual([
      "GB2001",
      "GB3009",
    ]);
  });

  test("a condition on what is nearly a parameter says which one", () => {
    const gil = { policy: "release", when: "::acme::busy() && step > 1" };
    const params = [{ name: "steps", type: "int" }];
    const { codes, report } = check(spec({ functions: [{ name: "f", gil, params }] }));
    expect(codes).toEqual(["GB3009"]);
    expect(report).toContain('way out: did you mean "steps"? compare a parameter');
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

  test("the module's lock is taken once, for all the objects that ask for it", () => {
    const classes = [{ name: "C", lock: "module", constructors: [{}] }];
    const params = [
      { name: "a", type: "C&" },
      { name: "b", type: "C&" },
    ];
    const functions = [{ name: "f", params }];
    const [f] = check(spec({ classes, functions })).module?.functions ?? [];
    expect(f?.locks).toEqual([{ form: "module" }]);
  });

  test.each(["self", "module", "none"])("a base that says none differs from no %s", (lock) => {
    const base = { name: "Base", lock: "none", constructors: [{}] };
    const heir = { name: "Heir", bases: ["Base"], lock, constructors: [{}] };
    expect(check(spec({ classes: [base, heir] })).codes).toEqual([]);
  });

  test("the getter and the setter of an attribute are known, whatever the class is called", () => {
    const attributes = [{ name: "n" }];
    const methods = [{ name: "f" }];
    const classes = [
      { name: "outer", classes: [{ name: "attributes", lock: "self", attributes, methods }] },
    ];
    const inner = check(spec({ classes })).module?.classes.at(1);
    const [n] = inner?.properties ?? [];
    const all = [n?.get, n?.set, inner?.methods[0]];
    expect(all.map((each) => each?.isFieldAccess)).toEqual([true, true, false]);
  });
});

describe("destructor", () => {
  const base = { name: "Base", copyable: false, destructor: "release", constructors: [{}] };
  const heirOf = (name: string, own: object) => ({
    name,
    copyable: false,
    constructors: [{}],
    ...own,
  });

  test("a released one is inherited by all heirs, with the owner that sees to it", () => {
    const classes = [
      heirOf("Last", { bases: ["Middle"] }),
      heirOf("Middle", { bases: ["Base"] }),
      base,
    ];
    const { module, codes } = check(spec({ classes }));
    expect(codes).toEqual([]);
    const last = module?.classes.find((each) => each.name === "Last");
    expect(last?.destructor).toMatchObject({ value: "release", from: "class Base" });
    expect(last?.constructors[0]?.result).toMatchObject({ cpp: "gen_bindings_owner_Last" });
  });

  test("what a class says itself counts more", () => {
    const classes = [base, heirOf("Heir", { bases: ["Base"], destructor: "hold" })];
    const heir = check(spec({ classes })).module?.classes.at(1);
    expect(heir?.destructor).toMatchObject({ value: "hold", from: "class Heir" });
    expect(heir?.constructors[0]?.result).toMatchObject({ cpp: "::Heir*" });
  });
});

describe("declared values", () => {
  test("their C++ names differ from those of overridable methods", () => {
    const value = { policy: "deferred", value: "1" };
    const method = { virtual: "pure", returns: "int" };
    const methods = [
      { ...method, name: "f", onError: value },
      { ...method, name: "f_value" },
    ];
    const classes = [{ name: "C", copyable: false, constructors: [{}], methods }];
    const { declaredValues } = check(spec({ classes })).module ?? {};
    expect(declaredValues?.map((each) => each.identifier)).toEqual([
      "gen_bindings_value_of_override_C_f",
    ]);
  });

  test("a class may say what becomes of errors in the overrides of an inner class", () => {
    const methods = [{ name: "f", virtual: "pure" }];
    const inner = { name: "Inner", copyable: false, constructors: [{}], methods };
    const classes = [{ name: "Outer", constructors: [{}], onError: "deferred", classes: [inner] }];
    const { module, codes } = check(spec({ classes }));
    expect(codes).toEqual([]);
    const [f] = module?.classes.at(1)?.methods ?? [];
    expect(f?.overriding?.onError).toMatchObject({ value: { name: "deferred" } });
  });
});
