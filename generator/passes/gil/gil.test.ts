/** What the GIL checks let pass, and what they tell once; each mistake is in tests/scenarios/mistakes. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check, spec } from "../../../tests/language/check.js";
import { catalogue } from "../../diagnostics/catalogue.js";

const CALL = { name: "call", type: "std::function<void()>" };
const TOLD = { name: "told", type: "Told" };
const NATIVE = { Told: { callback: "void()", thread: "native" } };

function codesOfClass(declaration: object, more: object = {}): readonly string[] {
  return check(spec({ classes: [{ name: "C", constructors: [{}], ...declaration }], ...more }))
    .codes;
}

describe("waiting", () => {
  test.each([
    { name: "released", callable: { gil: "release" } },
    { name: "with a guard", callable: { gil: "guard" } },
    { name: "in a release step", callable: { steps: [{ release: "acme::join()" }] } },
  ])("$name is fine", ({ callable }) => {
    const functions = [{ name: "f", blocks: true, params: [TOLD], ...callable }];
    expect(check(spec({ types: NATIVE, functions })).codes).toEqual([]);
  });

  test("a callback on the caller's own thread may be held", () => {
    expect(check(spec({ functions: [{ name: "f", params: [CALL] }] })).codes).toEqual([]);
  });

  test("assigning a callback that another thread calls waits for nobody", () => {
    const attributes = [{ name: "on_tick", type: "Told" }];
    expect(codesOfClass({ attributes, lock: "self" }, { types: NATIVE })).toEqual([]);
  });
});

describe("the order of locks", () => {
  const visit = { name: "visit", params: [CALL] };

  test("a callback that re-enters its own object is fine", () => {
    expect(codesOfClass({ lock: "self", methods: [visit, { name: "touch" }] })).toEqual([]);
  });

  test("a base and a derived class share the lock of an object", () => {
    const classes = [
      { name: "Base", lock: "self", methods: [visit] },
      { name: "Derived", bases: ["Base"], methods: [{ name: "each", params: [CALL] }] },
    ];
    expect(check(spec({ classes })).codes).toEqual([]);
  });

  test("locks taken together have an order, where no Python runs under them", () => {
    const classes = [
      { name: "A", lock: "self", methods: [{ name: "touch" }] },
      { name: "B", lock: "self", methods: [{ name: "f", params: [{ name: "a", type: "A&" }] }] },
    ];
    expect(check(spec({ classes })).codes).toEqual([]);
  });

  test("a callback under one lock alone makes no cycle", () => {
    const classes = [
      { name: "A", lock: "self", methods: [visit] },
      { name: "B", lock: "self", methods: [{ name: "touch" }] },
    ];
    expect(check(spec({ classes })).codes).toEqual([]);
  });

  test("locks taken together make no cycle with a third, under which Python runs", () => {
    const classes = [
      { name: "A", lock: "self", methods: [visit] },
      { name: "B", lock: "self", methods: [{ name: "f", params: [{ name: "c", type: "C&" }] }] },
      { name: "C", lock: "self", methods: [{ name: "touch" }] },
    ];
    expect(check(spec({ classes })).codes).toEqual([]);
  });

  test("a method that may call overrides of its object runs Python under the lock", () => {
    const classes = [
      {
        name: "A",
        copyable: false,
        lock: "self",
        constructors: [{}],
        methods: [{ name: "step", virtual: "pure", lock: "none" }, { name: "run" }],
      },
      { name: "B", lock: "self", methods: [visit] },
    ];
    const { diagnostics } = check(spec({ classes }));
    expect(diagnostics.map((each) => each.message)).toEqual([
      '"A.run" runs Python under the lock of A, and "B.visit" may wait for it under the lock of B',
    ]);
  });

  test("three classes are told twice: each with the first", () => {
    const classes = ["A", "B", "C"].map((name) => ({ name, lock: "self", methods: [visit] }));
    expect(check(spec({ classes })).codes).toEqual(["GB3020", "GB3020"]);
  });
});

describe("methods without a lock", () => {
  test.each([
    { name: "that only reads", method: { mutates: false } },
    { name: "that C++ sees to", method: { lock: "none" } },
    { name: "under the lock of its object", method: { lock: "self" } },
    { name: "that is static", method: { static: true } },
    { name: "that is held", method: { gil: "hold" } },
    { name: "with a guard, which knows best", method: { gil: "guard" } },
    { name: "that is virtual and const", method: { virtual: true, const: true } },
  ])("one $name is fine", ({ method }) => {
    expect(codesOfClass({ methods: [{ name: "f", gil: "release", ...method }] })).toEqual([]);
  });

  test.each([
    { level: "the class", declaration: { lock: "none" }, defaults: {} },
    { level: "the module", declaration: {}, defaults: { lock: "none" } },
    { level: "the module, by what it reads", declaration: {}, defaults: { mutates: false } },
    { level: "the module's lock", declaration: {}, defaults: { lock: "module" } },
  ])("$level speaks for all", ({ declaration, defaults }) => {
    const methods = [{ name: "f", gil: "release" }];
    expect(codesOfClass({ methods, ...declaration }, { defaults })).toEqual([]);
  });

  test("what is declared of a const virtual method goes before its const", () => {
    const methods = [{ name: "f", virtual: true, const: true, mutates: true }];
    expect(codesOfClass({ methods })).toEqual(["GB3021"]);
  });

  test("a released constructor has its object to itself", () => {
    expect(codesOfClass({ constructors: [{ gil: "release" }] })).toEqual([]);
  });
});

describe("waiting under a lock", () => {
  const join = { name: "join", gil: "release", blocks: true };

  test("is fine where no other thread calls the object back", () => {
    expect(codesOfClass({ lock: "self", methods: [join] })).toEqual([]);
  });

  test("is told where the object was given a callback that another thread calls", () => {
    const constructors = [{ gil: "release", params: [TOLD] }];
    const declaration = { constructors, lock: "self", methods: [join] };
    expect(codesOfClass(declaration, { types: NATIVE })).toEqual(["GB3019"]);
  });
});

describe("results of locked calls", () => {
  test("a shared pointer to another class is fine", () => {
    const classes = [
      { name: "Other", held: "std::shared_ptr", constructors: [{}] },
      { name: "C", lock: "self", methods: [{ name: "f", returns: "std::shared_ptr<Other>" }] },
    ];
    expect(check(spec({ classes })).codes).toEqual([]);
  });

  test("a shared pointer to self is fine without a lock", () => {
    const methods = [{ name: "f", returns: "std::shared_ptr<C>" }];
    expect(codesOfClass({ held: "std::shared_ptr", methods })).toEqual([]);
  });

  test("a result that keeps a locked parameter alive refers to it", () => {
    const policy = { custodianAndWard: [{ custodian: "return", ward: "c" }] };
    const functions = [{ name: "f", params: [{ name: "c", type: "C&" }], returns: "C", policy }];
    expect(codesOfClass({ lock: "self" }, { functions })).toEqual(["GB3022"]);
  });
});

describe("exceptions", () => {
  test.each(["deferred", "unraisable", "terminate"])("%s throws nothing", (onError) => {
    const functions = [{ name: "f", params: [CALL] }];
    expect(check(spec({ defaults: { exceptions: false, onError }, functions })).codes).toEqual([]);
  });

  test("one callback type is told once", () => {
    const functions = ["f", "g"].map((name) => ({ name, params: [CALL] }));
    expect(check(spec({ defaults: { exceptions: false }, functions })).codes).toEqual(["GB3023"]);
  });
});

describe("conditions", () => {
  test.each([
    "n > acme::limit",
    "n > limit(n)",
    "n > ::limit",
    "n > 0 && other::limit < n",
    'n > sizeof("limit")',
  ])("%s names nothing that is known to be something else", (when) => {
    const functions = [
      { name: "f", gil: { policy: "release", when }, params: [{ name: "n", type: "int" }] },
      { name: "g", params: [{ name: "limit", type: "int" }] },
    ];
    expect(check(spec({ functions })).codes).toEqual([]);
  });

  test("a parameter may have the name of a member", () => {
    const params = [{ name: "n", type: "int" }];
    const methods = [
      { name: "f", mutates: false, gil: { policy: "release", when: "n > 1" }, params },
    ];
    expect(codesOfClass({ attributes: [{ name: "n" }], methods })).toEqual([]);
  });
});

test("a module that says it is not for free-threaded Python is fine", () => {
  expect(check(spec({}, { freeThreaded: false })).codes).toEqual([]);
});

describe("fixes", () => {
  const folder = fileURLToPath(new URL("../../../tests/scenarios/mistakes", import.meta.url));
  const mistakes = readdirSync(folder).flatMap((file) =>
    readFileSync(`${folder}/${file}`, "utf8")
      .split(/^=== .*\n/m)
      .slice(1)
      .map((entry) => entry.split("\n---")[0] ?? ""),
  );
  const told = () => mistakes.flatMap((text) => check(text).diagnostics);

  test("each is a fragment of JSON", () => {
    const fixes = told().flatMap((each) => each.fix ?? []);
    expect(fixes.length).toBeGreaterThan(40);
    for (const fix of fixes) {
      const whole = fix.startsWith('"') ? `{${fix}}` : `[${fix}]`;
      expect(() => JSON.parse(whole), fix).not.toThrow();
    }
  });

  test("what two threads do to each other is shown, and how to put it right", () => {
    // What is wrong of itself, whatever another thread does.
    const alone = ["GB3001", "GB3002", "GB3004", "GB3005", "GB3006", "GB3007", "GB3009", "GB3014"];
    const others = [...alone, "GB3024", "GB3025", "GB3040", "GB3060"];
    const diagnostics = told();
    const shown = new Set(
      diagnostics.filter((each) => each.interleaving.length > 0).map((each) => each.code),
    );
    const all = Object.keys(catalogue).filter((code) => code.startsWith("GB3"));
    expect([...shown].sort()).toEqual(all.filter((code) => !others.includes(code)).sort());
    expect(diagnostics.filter((each) => shown.has(each.code) && each.fix === undefined)).toEqual(
      [],
    );
  });
});
