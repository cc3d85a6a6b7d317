/** Declarations of TypeScript as a document: what each form says, and where. */
import { describe, expect, test } from "vitest";
import { sourceText } from "../../diagnostics/source-text.js";
import { nodeAt, type Path, plainData } from "../document.js";
import { loadTypeScript } from "./load-typescript.js";

const load = (text: string) => loadTypeScript(sourceText("m.spec.ts", text));

function dataOf(text: string): Record<string, unknown> {
  const { value, diagnostics } = load(text);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return (value ? plainData(value) : {}) as Record<string, unknown>;
}

const functionOf = (text: string) => (dataOf(text).functions as unknown[])[0];
const classOf = (text: string) => (dataOf(text).classes as unknown[])[0];
const typeOf = (type: string) =>
  (functionOf(`export declare function f(n: ${type}): void;`) as { params: { type?: string }[] })
    .params[0]?.type;

describe("types", () => {
  test.each([
    ["int", "int"],
    ["object", "object"],
    ["unknown", undefined],
    ["std.vector<std.string>", "std::vector<std::string>"],
    ["std.pair<int, Ptr<Counter>>", "std::pair<int, Counter*>"],
    ["boost.shared_ptr<Counter>", "boost::shared_ptr<Counter>"],
    ["io.File", "io.File"],
    ["ConstRef<std.string>", "const std::string&"],
    ["ConstPtr<Counter>", "const Counter*"],
    ["Ref<Counter>", "Counter&"],
    ["Const<int>", "const int"],
    ["Callback<(n: int, _2: double) => void>", "std::function<void(int n, double)>"],
    ["(_1: int) => std.string", "std::function<std::string(int)>"],
    ['Cpp<"unsigned long">', "unsigned long"],
    ["std.optional<Cpp<'acme::Text'>>", "std::optional<acme::Text>"],
  ])("%s", (type, cpp) => expect(typeOf(type)).toBe(cpp));
});

describe("tags", () => {
  const keysOf = (comment: string) =>
    functionOf(`/** ${comment} */ export declare function f(): void;`);
  test.each([
    ["Text.", { doc: "Text." }],
    ["@gil release", { gil: "release" }],
    [
      "@gil release when n > 4  @lock module",
      { gil: { policy: "release", when: "n > 4" }, lock: "module" },
    ],
    ['@gil {"policy": "guard"}', { gil: { policy: "guard" } }],
    ["@raw", { raw: true }],
    ["@raw false", { raw: false }],
    ["@minArguments 2", { minArguments: 2 }],
    ['@cpp "text"', { cpp: '"text"' }],
    ["@cpp a @ b", { cpp: "a @ b" }],
    ["Of `@gil` and mail@home.", { doc: "Of `@gil` and mail@home." }],
    ['@policy {"return": "a @b"} @raw', { policy: { return: "a @b" }, raw: true }],
    ["@example f() returns 1", { examples: [{ call: "f()", returns: "1" }] }],
    ["@example f(1) raises E", { examples: [{ call: "f(1)", raises: "E" }] }],
    [
      "@example c.n returns 1 after c = C()",
      { examples: [{ call: "c.n", returns: "1", setup: "c = C()" }] },
    ],
    ["@example f()", { examples: [{ call: "f()" }] }],
    ['@example {"call": "f()"}', { examples: [{ call: "f()" }] }],
    [
      "@step release a::b() as x @step acquire g(x)",
      { steps: [{ release: "a::b()", as: "x" }, { acquire: "g(x)" }] },
    ],
    ['@examples [{"call": "f()"}]', { examples: [{ call: "f()" }] }],
    ['@spec {"doc": "*\\/", "gil": "hold"}', { doc: "*/", gil: "hold" }],
    ["@name delete", { name: "delete" }],
  ])("%s", (comment, keys) => expect(keysOf(comment)).toEqual({ name: "f", ...keys }));

  test("on several lines, without the stars", () => {
    const text =
      "/**\n * One,\n *   two.\n *\n * Three.\n *\n * @gil release\n *   when n > 1\n */\nexport declare function f(): void;";
    const doc = "One,\n  two.\n\nThree.";
    expect(functionOf(text)).toEqual({ name: "f", doc, gil: { policy: "release", when: "n > 1" } });
  });
});

describe("declarations", () => {
  test("parameters", () => {
    const text =
      "/** @param b Of b. */ export declare function f(a: int, /** @default 1 */ b?: int, _: int): void;";
    const params = [
      { name: "a", type: "int" },
      { name: "b", type: "int", default: "1", doc: "Of b." },
      { type: "int" },
    ];
    expect(functionOf(text)).toEqual({ name: "f", params });
  });

  test.each([
    ["constructor(n: int);", { constructors: [{ params: [{ name: "n", type: "int" }] }] }],
    ["static f(): int;", { methods: [{ name: "f", static: true, returns: "int" }] }],
    ['"f g"(): void;', { methods: [{ name: "f g" }] }],
    ["readonly n: int;", { attributes: [{ name: "n", type: "int", access: "readonly" }] }],
    [
      "/** @access readonly */ static n: unknown;",
      { attributes: [{ name: "n", static: true, access: "readonly" }] },
    ],
    ["get n(): unknown;", { properties: [{ name: "n", get: "n" }] }],
    [
      "/** @get a @lock self */ get n(): int; /** @set b */ set n(v: int);",
      { properties: [{ name: "n", type: "int", get: "a", set: "b", lock: "self" }] },
    ],
    [
      "/** @gil release */ get n(): unknown;",
      { properties: [{ name: "n", get: { cpp: "n", gil: "release" } }] },
    ],
    [
      "/** @attribute m */ get n(): unknown;",
      { properties: [{ name: "n", get: { attribute: "m" } }] },
    ],
  ])("%s", (member, keys) => {
    expect(classOf(`export declare class C { ${member} }`)).toEqual({ name: "C", ...keys });
  });

  test("abstract classes", () => {
    expect(classOf("export declare abstract class C {}")).toEqual({ name: "C", abstract: true });
    const text = "export declare abstract class C { abstract f(): void; }";
    expect(classOf(text)).toEqual({ name: "C", methods: [{ name: "f", virtual: "pure" }] });
  });

  test.each([
    [
      "/** @exception */ export declare class E extends KeyError { /** Its. */ code: int; }",
      {
        exceptions: [
          { name: "E", base: "KeyError", attributes: [{ name: "code", type: "int", doc: "Its." }] },
        ],
      },
    ],
    [
      "/** @exception @cpp a::b @as KeyError */ export declare class b {}",
      { exceptions: [{ cpp: "a::b", as: "KeyError" }] },
    ],
    [
      "export declare enum E { a, /** @cpp X::b */ b }",
      { enums: [{ name: "E", values: ["a", { name: "b", cpp: "X::b" }] }] },
    ],
    [
      "/** Text. @cpp a::v */ export declare const v: int;",
      { constants: [{ name: "v", type: "int", doc: "Text.", cpp: "a::v" }] },
    ],
    ["export type T = Cpp<'a::T'>;", { types: { T: { cpp: "a::T" } } }],
    [
      "/** @kept */ export type T = (n: int) => void;",
      { types: { T: { callback: "void(int n)", kept: true } } },
    ],
    [
      "/** In. @namespace a::b */ export declare namespace b { function f(): void; }",
      { modules: [{ name: "b", doc: "In.", namespace: "a::b", functions: [{ name: "f" }] }] },
    ],
    [
      "export declare class C { constructor(); } export declare namespace C { class D {} enum E { a } }",
      {
        classes: [
          {
            name: "C",
            constructors: [{}],
            classes: [{ name: "D" }],
            enums: [{ name: "E", values: ["a"] }],
          },
        ],
      },
    ],
    [
      "export const conversions = [{ from: 'int', \"to\": `M` }] satisfies Conversions;",
      { conversions: [{ from: "int", to: "M" }] },
    ],
    [
      "export const a = { b: [-1.5, true, null, ('x')] } as const;",
      { a: { b: [-1.5, true, null, "x"] } },
    ],
    [
      "export const constants = [{ name: 'v' }]; export declare const w: unknown;",
      { constants: [{ name: "v" }, { name: "w" }] },
    ],
    ["export {};\nimport type { int } from 'gen-bindings/types';", {}],
    ['import type { Shape } from "./base.spec.ts";', { imports: ["./base.spec.ts"] }],
    ['import type * as base from "../base.spec.js";', { imports: ["../base.spec.ts"] }],
    [
      'import type { A } from "./a.spec.ts"; export const imports = ["b.json"] satisfies Imports;',
      { imports: ["./a.spec.ts", "b.json"] },
    ],
  ])("%s", (text, data) => expect(dataOf(text)).toEqual(data));
});

describe("places", () => {
  const text = [
    "/** Text. @gil release when n > 1 */",
    "export declare function f(/** @default 1 */ n: std.string, m: int): Ref<Counter>;",
    "export const module = { name: 'm' };",
  ].join("\n");
  test.each<{ way: Path; found: string; translated?: true }>([
    { way: ["functions", 0, "name"], found: "f" },
    { way: ["functions", 0, "doc"], found: "Text." },
    { way: ["functions", 0, "gil"], found: "release when n > 1" },
    { way: ["functions", 0, "gil", "when"], found: "n > 1" },
    { way: ["functions", 0, "params", 0], found: "n: std.string" },
    { way: ["functions", 0, "params", 0, "default"], found: "1" },
    { way: ["functions", 0, "params", 0, "type"], found: "std.string", translated: true },
    { way: ["functions", 0, "params", 1, "type"], found: "int" },
    { way: ["functions", 0, "returns"], found: "Ref<Counter>", translated: true },
    { way: ["module", "name"], found: "'m'" },
  ])("$way", ({ way, found, translated }) => {
    const { value } = load(text);
    const span = value && nodeAt(value, way)?.span;
    expect(text.slice(span?.start, span?.end)).toBe(found);
    expect(span?.translated).toBe(translated);
  });
});

describe("what is too much for a parser", () => {
  test.each([
    ["brackets", "export const a = ".concat("[".repeat(200))],
    ["types", `export type T = ${"A<".repeat(1000)}`],
    ["exclamation marks", `export const a = ${"!".repeat(30_000)}1;`],
    ["arrows", `export type T = ${"() => ".repeat(20_000)}void;`],
  ])("%s", (_, text) => {
    expect(load(text).diagnostics.map(({ code }) => code)).toEqual(["GB1004"]);
  });
});
