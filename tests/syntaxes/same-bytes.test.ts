/** A spec says the same in each syntax: every generated file is the same, byte by byte. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { reportText } from "../../generator/diagnostics/report.js";
import { checkSpec, generateFiles } from "../../generator/pipeline.js";
import { temporaryFolder } from "../output/folders.js";
import { moduleScenarios } from "../scenarios/modules.js";

const specs = ["example", "leveldb", "re2"].map((name) =>
  fileURLToPath(new URL(`../../specs/${name}/${name}.spec.json`, import.meta.url)),
);
const all = [...moduleScenarios().map(({ spec }) => spec), ...specs];

/** A copy of what lies beside a spec, for the same spec in another syntax. */
function beside(path: string): string {
  const folder = temporaryFolder();
  for (const name of readdirSync(dirname(path)).filter((each) => /\.[ch]pp$/.test(each))) {
    copyFileSync(join(dirname(path), name), join(folder, name));
  }
  return folder;
}

/** The generated files, or what is wrong with the spec. */
async function generated(path: string): Promise<Readonly<Record<string, string>> | string> {
  const { value, diagnostics } = checkSpec(path);
  if (value === undefined) return reportText(diagnostics, false);
  const files = await generateFiles(value, join(dirname(path), "nothing there"));
  return Object.fromEntries(
    (files.value ?? []).map(({ path, content }) => [path, Buffer.from(content).toString()]),
  );
}

describe("YAML", () => {
  test.each(all)("%s", async (path) => {
    const yaml = join(beside(path), "m.spec.yaml");
    writeFileSync(yaml, stringify(JSON.parse(readFileSync(path, "utf8"))));
    expect(await generated(yaml)).toEqual(await generated(path));
  });
});
