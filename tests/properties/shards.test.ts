/** What shards promise: a declaration is in one of them, and a change of it stays there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSpec, generateFiles } from "../../generator/pipeline.js";
import { sourceMap } from "../../generator/render/source-map.js";
import { moduleScenarios } from "../scenarios/modules.js";
import {
  changedAt,
  folderOfSpecs,
  type Json,
  type Tried,
  tryOut,
  valuesOf,
  type Way,
} from "./specs.js";

const folder = folderOfSpecs();
const sharded = moduleScenarios().find((each) => each.name === "sharded");
const base: Json = JSON.parse(readFileSync(sharded?.spec ?? "", "utf8"));

/** The C++ files by path, other than copies: what a build would compile anew. */
function compiled({ files = [] }: Tried): ReadonlyMap<string, string> {
  return new Map(
    files
      .filter(({ path, copiedFrom }) => /\.[ch]pp$/.test(path) && copiedFrom === undefined)
      .map(({ path, content }) => [path, Buffer.from(content).toString()]),
  );
}

async function changedFiles(spec: Json): Promise<readonly string[]> {
  const [before, after] = await Promise.all(
    [base, spec].map(async (each) => {
      const tried = await tryOut(folder, JSON.stringify(each), { shards: 4 });
      expect(tried.files, tried.diagnostics.map((one) => one.message).join("\n")).toBeDefined();
      return compiled(tried);
    }),
  );
  expect([...(after?.keys() ?? [])]).toEqual([...(before?.keys() ?? [])]);
  return [...(before?.keys() ?? [])].filter((path) => before?.get(path) !== after?.get(path));
}

describe("of one shard only the bytes change", () => {
  const name = fc.stringMatching(/^[a-z]{3,8}_of_mine$/);
  const int = { name: "n", type: "int" };
  const declarations = (named: string): Record<string, readonly [string, Json]> => ({
    "a function": ["functions", { name: named, params: [int], returns: "int" }],
    "a function that gives an optional": [
      "functions",
      { name: named, returns: "std::optional<long>" },
    ],
    "a function that takes a callback": [
      "functions",
      { name: named, params: [{ name: "f", type: "std::function<void(double)>" }] },
    ],
    "a function of a declared callback": [
      "functions",
      { name: named, params: [{ name: "f", type: "Function" }] },
    ],
    "a function that raises": [
      "functions",
      { name: named, returns: "int", fails: { when: "result < 0", raises: "Error" } },
    ],
    "an overload": ["functions", { name: "count", params: [{ name: "x", type: "double" }] }],
    "a class": ["classes", { name: named, constructors: [{}] }],
    "a class derived from another shard's": [
      "classes",
      { name: named, bases: ["Top"], copyable: false },
    ],
    "a class with virtual methods": [
      "classes",
      { name: named, copyable: false, methods: [{ name: "f", virtual: "pure", returns: "int" }] },
    ],
    "an enumeration": ["enums", { name: named, values: ["one"] }],
    "a constant": ["constants", { name: named }],
  });

  test.each(Object.keys(declarations("x")))("when %s is added", async (what) => {
    await fc.assert(
      fc.asyncProperty(name, fc.boolean(), async (named, isFirst) => {
        const [key = "", declaration = null] = declarations(named)[what] ?? [];
        const spec = structuredClone(base) as Record<string, Json[]>;
        spec[key] = isFirst
          ? [declaration, ...(spec[key] ?? [])]
          : [...(spec[key] ?? []), declaration];
        expect(await changedFiles(spec as Json)).toEqual([
          expect.stringMatching(/^src\/shard_\d\.cpp$/),
        ]);
      }),
      { numRuns: 2 },
    );
  });

  test("when a docstring is", async () => {
    const documented = valuesOf(base)
      .map(({ way }) => way)
      .filter((way) => /^(functions|classes|methods|constructors)$/.test(`${way.at(-2)}`));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documented), async (way: Way) => {
        const spec = changedAt(base, way, (each) => ({ ...(each as object), doc: "Changed." }));
        expect(await changedFiles(spec)).toEqual([expect.stringMatching(/^src\/shard_\d\.cpp$/)]);
      }),
      { numRuns: 8 },
    );
  });

  test("and of the entry, when it is of the module as a whole", async () => {
    const spec = changedAt(base, ["module", "doc"], () => "Changed.");
    expect(await changedFiles(spec)).toEqual(["src/module.cpp"]);
  });
});

describe("every declaration is in one translation unit", () => {
  /** How often each logical path stands in the C++ of the module. */
  const paths = (tried: Tried) =>
    [...compiled(tried).values()]
      .flatMap((text) => [...text.matchAll(/^#line 1 "(.*)"$/gm)])
      .map((each) => each[1] ?? "")
      // What the file itself is, and values that each unit declares which names them.
      .filter((path) => !/\/module$|\/onError$/.test(path))
      .sort();

  test.each(moduleScenarios())("$name", async ({ spec, folder: scenario }) => {
    const { value } = checkSpec(spec);
    expect(value).toBeDefined();
    if (value === undefined) return;
    const places = sourceMap(value.module);
    const [one, ...others] = await Promise.all(
      [1, 2, 5].map(async (shards) => {
        const { value: files, diagnostics } = await generateFiles(value, join(scenario, "absent"), {
          shards,
        });
        return { diagnostics, files };
      }),
    );
    for (const each of others) {
      const found = paths(each);
      expect(found).toEqual(paths(one ?? { diagnostics: [] }));
      expect(found.filter((path) => !places.has(path))).toEqual([]);
    }
  });
});
