/** The rules of .dependency-cruiser.cjs and biome.json bite: each is broken once. */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { node, projectFolder, scratchFolder } from "./scratch.js";

const value = "export const value = 1;\n";
const imports = (path: string) => `import { value } from "${path}";\nexport const own = value;\n`;

/** A project that breaks each rule once; each file that does is named here with that rule. */
const mistakes: Readonly<Record<string, readonly [text: string, rule: string]>> = {
  "generator/spec/bad.ts": [imports("../passes/good.js"), "spec-knows-no-other-phase"],
  "generator/passes/bad.ts": [imports("../render/good.js"), "passes-knows-no-other-phase"],
  "generator/model/bad.ts": [imports("../spec/good.js"), "model-knows-no-other-phase"],
  "generator/render/bad.ts": [imports("../output/good.js"), "render-knows-no-other-phase"],
  "generator/output/bad.ts": [imports("../toolchain/good.js"), "output-knows-no-other-phase"],
  "generator/toolchain/bad.ts": [imports("../pipeline.js"), "toolchain-knows-no-other-phase"],
  "generator/diagnostics/bad.ts": [imports("../model/good.js"), "diagnostics-know-no-phase"],
  "generator/pipeline.ts": [
    'export { value } from "./toolchain/good.js";\n',
    "pipeline-runs-no-tools-and-knows-no-command",
  ],
  "generator/commands/bad.ts": [
    imports("../passes/good.js"),
    "commands-read-specs-through-the-pipeline",
  ],
  "generator/commands/circular.ts": [imports("../cli.js"), "nobody-imports-the-command-line"],
  "generator/commands/tested.ts": [imports("./good.test.js"), "tests-are-not-shipped"],
  "generator/commands/built.ts": [
    imports("../../dist/built.js"),
    "sources-do-not-import-what-is-built",
  ],
  "generator/commands/lost.ts": [imports("./nowhere.js"), "everything-resolves"],
  "generator/commands/borrowed.ts": [imports("only-for-tests"), "only-dependencies-are-shipped"],
  "generator/model/first.ts": [imports("./second.js"), "no-cycles"],
};

const right: Readonly<Record<string, string>> = {
  "generator/model/second.ts":
    'import { own } from "./first.js";\nexport const value = () => own;\n',
  "generator/passes/right.ts": [
    'import type { Value } from "../spec/types.js";',
    'import { value } from "../model/good.js";',
    'import { value as other } from "../diagnostics/good.js";',
    "export const own: Value = value + other;",
  ].join("\n"),
  "generator/spec/types.ts": "export type Value = number;\n",
  "generator/commands/right.ts": [
    'import { value } from "../pipeline.js";',
    'import { value as other } from "../toolchain/good.js";',
    "export const own = value + other;",
  ].join("\n"),
  "generator/commands/good.test.ts": value,
  "generator/cli.ts": value,
  "dist/built.js": value,
  "node_modules/only-for-tests/package.json":
    '{ "name": "only-for-tests", "version": "1.0.0", "type": "module", "exports": "./index.js" }',
  "node_modules/only-for-tests/index.js": value,
  "package.json": '{ "type": "module", "devDependencies": { "only-for-tests": "1" } }',
  "tsconfig.json": '{ "compilerOptions": { "module": "NodeNext", "strict": true } }',
  ...Object.fromEntries(
    ["spec", "passes", "model", "render", "output", "toolchain", "diagnostics"].map((phase) => [
      `generator/${phase}/good.ts`,
      value,
    ]),
  ),
};

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { name: string } }[];
  };
}

test("each rule of the import directions bites, and only where it should", async () => {
  const texts = Object.entries(mistakes).map(([file, [text]]) => [file, text] as const);
  const cwd = scratchFolder({ ...right, ...Object.fromEntries(texts) });
  const config = join(projectFolder, ".dependency-cruiser.cjs");
  const cruiser = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
  const args = ["generator", "--config", config, "--output-type", "json"];
  const { output } = await node(cruiser, args, { cwd });
  const { summary } = JSON.parse(output) as Cruise;
  const found = summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
  const expected = Object.entries(mistakes).map(([file, [, rule]]) => `${file}: ${rule}`);
  expect(found.sort()).toEqual(expected.sort());
});

test("only the command line and tests touch the process", async () => {
  const byGlobal = "export const path = process.cwd();\n";
  const byImport = 'import { cwd } from "node:process";\n\nexport const path = cwd();\n';
  const cwd = scratchFolder({
    "generator/passes/global.ts": byGlobal,
    "generator/passes/import.ts": byImport,
    "generator/passes/passes.test.ts": byImport,
    "generator/cli.ts": byGlobal,
  });
  copyFileSync(join(projectFolder, "biome.json"), join(cwd, "biome.json"));
  const biome = join(projectFolder, "node_modules", ".bin", "biome");
  const { all } = await execa(biome, ["lint", "--colors=off"], { cwd, reject: false, all: true });
  const refused = [...all.matchAll(/^(generator\S+?):\d+:\d+ lint\/style\/noRestricted(\w+)/gm)];
  expect(refused.map(([, file, rule]) => `${file}: ${rule}`).sort()).toEqual([
    "generator/passes/global.ts: Globals",
    "generator/passes/import.ts: Imports",
  ]);
});
