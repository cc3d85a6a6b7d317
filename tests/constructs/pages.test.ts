/**
 * The pages of docs/constructs say what is so: their JSON stands in the specs of specs/constructs, their C++
 * in what is emitted with dispatch boost or in the header beside the spec. Their sessions are run where the modules are built.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { checkSpec, generateFiles } from "../../generator/pipeline.js";
import { spec as specSchema } from "../../generator/spec/schema/spec.js";
import {
  type Block,
  blocksOf,
  type ConstructModule,
  constructIndex,
  constructModules,
  constructPages,
  headingsOf,
  isExcerpt,
  missingPiece,
} from "./pages.js";

const modules = constructModules();
const blocks = constructPages().flatMap(blocksOf);

/** Text by path, of what is generated and of the files beside the spec; by module. */
const files = new Map<string, ReadonlyMap<string, string>>();

beforeAll(async () => {
  for (const { name, spec } of modules) {
    const { value, diagnostics } = checkSpec(spec, { dispatch: "boost" });
    expect(diagnostics, name).toEqual([]);
    if (value === undefined) continue;
    const generated = await generateFiles(value, join(spec, "..", "unused"));
    files.set(
      name,
      new Map((generated.value ?? []).map(({ path, content }) => [path, String(content)])),
    );
  }
});

test("each module is shown", () => {
  const shown = new Set(blocks.map((each) => each.module));
  expect(modules.map((each) => each.name).filter((name) => !shown.has(name))).toEqual([]);
});

/** Keys that no page shows, and why. */
const notShown = new Map([
  ["$schema", "for editors alone"],
  ["specVersion", "there is one version"],
  ["freeThreaded", "no released Boost.Python can keep it"],
]);

test("each key of the language is shown", () => {
  const specs = blocks.filter(({ language }) => language === "json");
  const shown = new Set(specs.flatMap(({ text }) => keysOf(JSON.parse(text))));
  const known = keysOfSchema(z.toJSONSchema(specSchema, { unrepresentable: "any" }));
  const missing = [...known].filter((key) => !shown.has(key));
  expect(missing.sort()).toEqual([...notShown.keys()].sort());
});

describe("blocks", () => {
  test.each(of("json"))("%s stands in the spec", (_, { module, text }) => {
    const spec = readFileSync(moduleOf(module).spec, "utf8");
    expect(isExcerpt(JSON.parse(text), JSON.parse(spec))).toBe(true);
  });

  test.each([...of("cpp"), ...of("python")])("%s stands in the file", (_, { module, text }) => {
    const [, path = "", shortened = ""] = /^(?:\/\/|#) (\S+)\n([\s\S]*)$/.exec(text) ?? [];
    const beside = join(moduleOf(module).folder, path);
    const whole = files.get(module)?.get(path) ?? readFileSync(beside, "utf8");
    expect(missingPiece(shortened, whole.replace(/^#line .*$/gm, ""))).toBeUndefined();
  });

  test.each(of("pycon"))("%s uses the module", (_, { module, text }) => {
    expect(text).toMatch(new RegExp(`^>>> (?:import|from) ${module}\\b`, "m"));
  });
});

test("there is no block of another language", () => {
  const languages = new Set(blocks.map((each) => each.language));
  expect([...languages].sort()).toEqual(["cpp", "json", "pycon", "python"]);
});

test("the index leads to each construct", () => {
  const index = readFileSync(constructIndex, "utf8");
  const links = [...index.matchAll(/\[.*\]\((constructs\/.*?)\)/g)].map(([, link]) => link);
  expect(links.sort()).toEqual(constructPages().flatMap(headingsOf).sort());
});

describe("an excerpt", () => {
  const whole = { a: [{ n: 1, m: 2 }, { n: 3 }], b: "text" };
  test.each([{}, { a: [{ n: 3 }] }, { a: [{ m: 2 }, { n: 3 }], b: "text" }])("is %j", (part) => {
    expect(isExcerpt(part, whole)).toBe(true);
  });
  test.each([
    { c: 1 },
    { a: [{ n: 3 }, { n: 1 }] },
    { b: "other" },
    { a: {} },
    [],
    { b: { a: 1 } },
  ])("is not %j", (part) => {
    expect(isExcerpt(part, whole)).toBe(false);
  });
});

describe("a shortened text", () => {
  test.each(["a b", "a … d", "a … c d"])("has the pieces of the whole: %s", (shortened) => {
    expect(missingPiece(shortened, "ab\ncd")).toBeUndefined();
  });
  test.each(["b a", "c … b", "a … e"])(
    "has none that is elsewhere, or nowhere: %s",
    (shortened) => {
      expect(missingPiece(shortened, "ab\ncd")).toBeDefined();
    },
  );
});

/** The blocks of a language, with their places as titles. */
function of(language: string): readonly (readonly [string, Block])[] {
  return blocks.filter((each) => each.language === language).map((each) => [each.place, each]);
}

function moduleOf(name: string): ConstructModule {
  const found = modules.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no specs/constructs/${name}`);
  return found;
}

/** The keys of all objects in it, at any depth; not those of `types`, which are names. */
function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    key,
    ...(key === "types" ? Object.values(inner ?? {}).flatMap(keysOf) : keysOf(inner)),
  ]);
}

/** The keys of the objects that a JSON Schema describes, but not of what may never be there. */
function keysOfSchema(schema: unknown): ReadonlySet<string> {
  if (typeof schema !== "object" || schema === null) return new Set();
  const { properties = {}, ...others } = schema as { readonly properties?: object };
  const inner = [...Object.values(properties), ...Object.values(others)];
  return new Set([...Object.keys(properties), ...inner.flatMap((each) => [...keysOfSchema(each)])]);
}
