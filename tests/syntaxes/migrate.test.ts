/** Specs of older versions, rewritten in place: what no edit touches stays as it was. */
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { convert } from "../../generator/convert/convert.js";
import { sourceText } from "../../generator/diagnostics/source-text.js";
import { migrate } from "../../generator/migrate/migrate.js";
import type { Migration } from "../../generator/migrate/migrations.js";
import { type DocumentNode, nodeAt, plainData } from "../../generator/spec/document.js";
import { loadDocument } from "../../generator/spec/load.js";
import type { Syntax } from "../../generator/spec/syntax.js";
import { compileProgram, GOOD, run, runIn } from "../command-line/program.js";
import { put, temporaryFolder } from "../output/folders.js";
import { allSpecs } from "./all-specs.js";

function migrated(text: string, syntax: Syntax, ...later: [(readonly Migration[])?, number?]) {
  const { value, diagnostics } = migrate(sourceText(`m.spec.${syntax}`, text), ...later);
  return value ?? diagnostics.map(({ code }) => code).join(" ");
}

function dataOf(text: string, syntax: Syntax) {
  const { value } = loadDocument(sourceText(`m.spec.${syntax}`, text));
  return value && (plainData(value) as object);
}

describe("a spec that names no version is made to", () => {
  test.each<[string, Syntax, string, string]>([
    [
      "on one line",
      "json",
      '{ "module": { "name": "m" } }',
      '{ "specVersion": 1, "module": { "name": "m" } }',
    ],
    [
      "on lines",
      "json",
      '{\n  "module": { "name": "m" }\n}\n',
      '{\n  "specVersion": 1,\n  "module": { "name": "m" }\n}\n',
    ],
    [
      "as Windows has it",
      "json",
      '{\r\n\t"module": {}\r\n}',
      '{\r\n\t"specVersion": 1,\r\n\t"module": {}\r\n}',
    ],
    [
      "behind its schema",
      "json",
      '{\n "$schema": "s",\n "module": {}\n}',
      '{\n "$schema": "s",\n "specVersion": 1,\n "module": {}\n}',
    ],
    [
      "behind its schema alone",
      "json",
      '{ "$schema": "s" }',
      '{ "$schema": "s", "specVersion": 1 }',
    ],
    [
      "below comments",
      "jsonc",
      '// Mine.\n{\n  // The module.\n  "module": {} // here\n}',
      '// Mine.\n{\n  // The module.\n  "specVersion": 1,\n  "module": {} // here\n}',
    ],
    ["empty", "json", "{}", '{ "specVersion": 1}'],
    [
      "as a block",
      "yaml",
      "# Mine.\nmodule:\n  name: m # here\n",
      "# Mine.\nspecVersion: 1\nmodule:\n  name: m # here\n",
    ],
    [
      "as an indented block",
      "yaml",
      "---\n  module: { name: m }\n",
      "---\n  specVersion: 1\n  module: { name: m }\n",
    ],
    [
      "with an anchor",
      "yaml",
      "&all\n? module\n: { name: m }\n",
      "&all\nspecVersion: 1\n? module\n: { name: m }\n",
    ],
    ["in a flow", "yaml", "{ module: { name: m } }", "{ specVersion: 1, module: { name: m } }"],
    [
      "behind imports",
      "ts",
      'import type {\n  int,\n} from "gen-bindings/types";\n\n/** A module. */\nexport const module = { name: "m" };\n',
      'import type {\n  int,\n} from "gen-bindings/types";\n\nexport const specVersion = 1;\n\n/** A module. */\nexport const module = { name: "m" };\n',
    ],
    [
      "without imports",
      "ts",
      'export const module = { name: "m" };\n',
      'export const module = { name: "m" };\n\nexport const specVersion = 1;\n',
    ],
  ])("%s, in %s", (_, syntax, before, after) => {
    expect(migrated(before, syntax)).toBe(after);
    expect(dataOf(after, syntax)).toEqual({ ...dataOf(before, syntax), specVersion: 1 });
    expect(migrated(after, syntax)).toBe(after);
  });

  test.each(["json", "yaml", "ts"] as const)(
    "each spec of this repository, of TypeScript every sixth: %s",
    async (syntax) => {
      for (const path of allSpecs.filter((_, index) => index % (syntax === "ts" ? 6 : 1) === 0)) {
        const source = sourceText(path, readFileSync(path, "utf8"));
        const { value } = loadDocument(source);
        const text = await convert(source, value as DocumentNode, syntax);
        const after = migrated(text, syntax);
        expect(dataOf(after, syntax)).toEqual({ ...dataOf(text, syntax), specVersion: 1 });
        // Nothing goes and nothing moves: the old lines are there, in their order.
        const lines = after.split("\n");
        const kept = text
          .split("\n")
          .every((line) => lines.splice(0, lines.indexOf(line) + 1).length > 0);
        expect(kept, path).toBe(true);
      }
    },
  );
});

test.each([
  ['{ "specVersion": 2 }', "GB1016"],
  ['{ "specVersion": 0 }', "GB1016"],
  ['{ "specVersion": "1" }', "GB1016"],
  ['{ "specVersion": [] }', "GB1016"],
  ['{ "specVersion": 1', "GB1005"],
])("what is no version of the language is refused: %s", (text, code) => {
  expect(migrated(text, "json")).toBe(code);
});

/** Versions that there might be: one renames a key, the next one gives another value. */
const later: readonly Migration[] = [
  {
    from: 1,
    edits: (document) => {
      const module = nodeAt(document, ["module"]);
      const doc = module?.kind === "object" ? module.properties.get("doc") : undefined;
      if (doc === undefined) return [];
      const { source, start, end } = doc.keySpan;
      const written = source.text.slice(start, end);
      return [{ span: doc.keySpan, text: written.replace("doc", "text") }];
    },
  },
  {
    from: 2,
    edits: (document) => {
      const text = nodeAt(document, ["module", "text"]);
      return text === undefined ? [] : [{ span: text.span, text: '"new"' }];
    },
  },
];

test.each<[Syntax, string, string]>([
  [
    "jsonc",
    '{ "specVersion": 1, "module": { "doc": /* why */ "old" } }',
    '{ "specVersion": 3, "module": { "text": /* why */ "new" } }',
  ],
  [
    "yaml",
    "module: # why\n  doc: old\nspecVersion: 1 # ours\n",
    'module: # why\n  text: "new"\nspecVersion: 3 # ours\n',
  ],
  [
    "ts",
    'export const specVersion = 1; // ours\nexport const module = { doc: "old" /* why */ };\n',
    'export const specVersion = 3; // ours\nexport const module = { text: "new" /* why */ };\n',
  ],
])(
  "migrations follow each other, and leave comments where they are, in %s",
  (syntax, before, after) => {
    expect(migrated(before, syntax, later, 3)).toBe(after);
    const second = before.replace("doc", "text").replace("1", "2");
    expect(migrated(second, syntax, later, 3)).toBe(after);
  },
);

describe("gen-bindings migrate", () => {
  beforeAll(compileProgram);

  test("rewrites the spec in place, and again has nothing to do", () => {
    const { cwd, status, output } = runIn({ "m.spec.json": GOOD }, ["migrate", "m.spec.json"]);
    expect({ status, output }).toEqual({
      status: 0,
      output: "m.spec.json: rewritten for version 1\n",
    });
    const text = readFileSync(join(cwd, "m.spec.json"), "utf8");
    expect(JSON.parse(text)).toEqual({ specVersion: 1, ...JSON.parse(GOOD) });
    const again = run(["migrate", "m.spec.json"], { cwd });
    expect(again.output).toBe("m.spec.json: nothing to do, it says that it is of version 1\n");
    expect(run(["migrate", "--check", "m.spec.json"], { cwd }).status).toBe(0);
  });

  test.each([
    ["--dry-run", 0, /^changed: m\.spec\.json\n$/],
    [
      "--diff",
      0,
      /^--- m\.spec\.json\n\+\+\+ m\.spec\.json\n@@[^@]*@@\n-.*\n(\\.*\n)?\+\{ "specVersion": 1, /,
    ],
    ["--check", 1, /^\+\{ "specVersion": 1, /m],
  ])("%s writes nothing", (option, status, output) => {
    const ended = runIn({ "m.spec.json": GOOD }, ["migrate", option, "m.spec.json"]);
    expect(ended.output).toMatch(output);
    expect(ended.status).toBe(status);
    expect(ended.errors.includes("error GB0013")).toBe(option === "--check");
    expect(readFileSync(join(ended.cwd, "m.spec.json"), "utf8")).toBe(GOOD);
  });

  test("a link stays one, and the file keeps its mode", () => {
    const cwd = temporaryFolder();
    put(cwd, { "kept/m.spec.json": GOOD });
    chmodSync(join(cwd, "kept/m.spec.json"), 0o600);
    symlinkSync("kept/m.spec.json", join(cwd, "m.spec.json"));
    expect(run(["migrate", "m.spec.json"], { cwd }).status).toBe(0);
    expect(lstatSync(join(cwd, "m.spec.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, "kept/m.spec.json"), "utf8")).toContain('"specVersion": 1');
    expect(statSync(join(cwd, "kept/m.spec.json")).mode & 0o777).toBe(0o600);
  });

  test.each([
    ["json", '{\n  "module": { "name": "m" },\n  "functions": [{ "name": "f" }]\n}\n'],
    ["yaml", "# Mine.\nmodule: { name: m }\nfunctions:\n  - name: f\n"],
    [
      "ts",
      'export const module = { name: "m" };\n\n/** @blocks */\nexport declare function f(): void;\n',
    ],
  ] as const)("a byte order mark and the line breaks of Windows stay, in %s", (syntax, lines) => {
    const [name, text] = [`m.spec.${syntax}`, `\ufeff${lines.replaceAll("\n", "\r\n")}`];
    const { cwd, errors } = runIn({ [name]: text }, ["migrate", name]);
    expect(errors).toBe("");
    const after = readFileSync(join(cwd, name), "utf8");
    expect(after).toMatch(/^\ufeff[^\ufeff]*$/);
    expect(after).not.toMatch(/[^\r]\n/);
    expect(after.replaceAll("\r\n", "\n").slice(1)).toBe(migrated(lines, syntax));
    expect(run(["migrate", "--check", name], { cwd }).status).toBe(0);
  });

  test("what is wrong with a spec is told, and it stays as it is", () => {
    const bad = '{ "module": { "nam": "m" } }';
    const { cwd, status, errors } = runIn({ "m.spec.json": bad }, ["migrate", "m.spec.json"]);
    expect(status).toBe(1);
    expect(errors).toContain("error GB1010");
    expect(readFileSync(join(cwd, "m.spec.json"), "utf8")).toBe(bad);
  });
});
