/** Plugins: what they add, and that what is wrong with them is told. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { put, type Tree, temporaryFolder } from "../../tests/output/folders.js";
import { generateAll } from "../commands/generate.js";

const SPEC = '{ "module": { "name": "m" }, "classes": [{ "name": "Box", "doc": "A box." }] }';

/** Generates a module with the plugins and templates of a folder. */
async function generate(files: Tree, ...plugins: readonly string[]) {
  const folder = temporaryFolder();
  put(folder, { "m.spec.json": SPEC, "own/": "", ...files });
  const output = join(folder, "out");
  const { diagnostics } = await generateAll(
    {
      specs: [join(folder, "m.spec.json")],
      output,
      force: false,
      templates: [join(folder, "own")],
      plugins: plugins.map((each) => join(folder, each)),
    },
    () => {},
  );
  return {
    errors: diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ code, message }) => `${code}: ${message.replaceAll(`${folder}/`, "")}`),
    read: (path: string) => readFileSync(join(output, path), "utf8"),
  };
}

const TEMPLATE = { "own/a.txt.hbs": "{{shout name}} {{#each classes}}{{pythonPath}}{{/each}}" };
const HELPER = "export const plugin = { helpers: { shout: (text) => text.toUpperCase() } };";

it("adds helpers and passes, in JavaScript", async () => {
  const pass = `export const plugin = { passes: [{ name: "doc", run: (module) => {
    for (const each of module.classes) each.doc += " Of wood.";
  } }] };`;
  const { errors, read } = await generate(
    { ...TEMPLATE, "a.mjs": HELPER, "b.mjs": pass },
    "a.mjs",
    "b.mjs",
  );
  expect(errors).toEqual([]);
  expect(read("a.txt")).toBe("M Box");
  expect(read("m.pyi")).toContain("A box. Of wood.");
});

it("takes TypeScript", async () => {
  const text = `import type { Plugin } from "gen-bindings/plugin";
    export const plugin: Plugin = { helpers: { shout: (text: string) => text.toUpperCase() as string } };`;
  const { errors, read } = await generate({ ...TEMPLATE, "a.ts": text }, "a.ts");
  expect(errors).toEqual([]);
  expect(read("a.txt")).toBe("M Box");
});

const wrong: Readonly<Record<string, readonly [text: string, told: RegExp]>> = {
  "one that can't be understood": [
    "export const plugin = {",
    /^GB0421: can't load the plugin "a.mjs": /,
  ],
  "one that throws": ["throw new Error('no')", /^GB0421: .*Error: no$/],
  "one without a plugin": ["export const other = 1", /^GB0422: "a.mjs" is no plugin: plugin/],
  "a helper that is none": [
    "export const plugin = { helpers: { shout: 1 } }",
    /^GB0422: .*a helper is a function$/,
  ],
  "a helper of Handlebars' own": [
    "export const plugin = { helpers: { each: () => 1, shout: () => 1 } }",
    /^GB0422: .*there is a helper "each" already$/,
  ],
  "a key that is none": ["export const plugin = { helper: {} }", /^GB0422/],
  "a helper that throws": [
    "export const plugin = { helpers: { shout: () => { throw new Error('no voice') } } }",
    /^GB0412: the template "own\/a.txt.hbs" can't be printed: no voice$/,
  ],
  "a pass that throws": [
    "export const plugin = { helpers: { shout: () => 1 }, passes: [{ name: 'p', run: (m) => m.x.y }] }",
    /^GB0423: the pass "p" of the plugin "a.mjs" failed: TypeError/,
  ],
};

it.each(Object.entries(wrong))("%s", async (_, [text, told]) => {
  const { errors } = await generate({ ...TEMPLATE, "a.mjs": text }, "a.mjs");
  expect(errors).toEqual([expect.stringMatching(told)]);
});

it("names the place where the syntax of TypeScript is broken", async () => {
  const { errors } = await generate(
    { ...TEMPLATE, "a.ts": "export const plugin = {};\n  plugin (" },
    "a.ts",
  );
  expect(errors).toEqual([
    "GB0421: can't load the plugin \"a.ts\": SyntaxError: line 2, column 11: ')' expected.",
  ]);
});

it("blames a pass for what fails while a template reads the model", async () => {
  // Read by views that are arranged before, and by the one of a call body, which is not.
  const locks = "{ length: 0, some: () => false, flatMap: () => [] }";
  const { errors } = await generate(
    {
      ...TEMPLATE,
      "m.spec.json": '{ "module": { "name": "m" }, "functions": [{ "name": "f" }] }',
      "a.mjs": `export const plugin = {
        helpers: { shout: (text) => text },
        passes: [{ name: "p", run: (m) => { for (const each of m.functions) each.locks = ${locks}; } }],
      };`,
    },
    "a.mjs",
  );
  expect(errors).toEqual([expect.stringMatching(/^GB0424: .*locks\.map is not a function/)]);
});
