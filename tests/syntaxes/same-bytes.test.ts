/** A spec says the same in each syntax: every generated file is the same, byte by byte. */
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { reportText } from "../../generator/diagnostics/report.js";
import { checkSpec, convertSpec, generateFiles } from "../../generator/pipeline.js";
import { temporaryFolder } from "../output/folders.js";
import { allSpecs } from "./all-specs.js";

/** A copy of what lies beside a spec, and of the folders beside it that specs import from. */
function beside(path: string): string {
  const [own, all] = [dirname(path), temporaryFolder()];
  const around = isImporting(path) ? readdirSync(dirname(own)) : [basename(own)];
  for (const folder of around.map((name) => join(dirname(own), name))) {
    if (!statSync(folder).isDirectory()) continue;
    mkdirSync(join(all, basename(folder)));
    for (const name of readdirSync(folder).filter((each) => /\.([ch]pp|json)$/.test(each))) {
      copyFileSync(join(folder, name), join(all, basename(folder), name));
    }
  }
  return join(all, basename(own));
}

function isImporting(path: string): boolean {
  return /"imports":|^imports:|^import type .*\.spec\./m.test(readFileSync(path, "utf8"));
}

interface Generated {
  readonly files: Readonly<Record<string, string>>;
  /** The codes of what was found, as the places differ. */
  readonly codes: readonly string[];
}

async function generated(path: string): Promise<Generated> {
  const { value, diagnostics } = checkSpec(path);
  if (value === undefined) throw new Error(reportText(diagnostics, false));
  const { value: files = [] } = await generateFiles(value, join(dirname(path), "nothing there"));
  return {
    files: Object.fromEntries(
      files.map(({ path, content }) => [path, Buffer.from(content).toString()]),
    ),
    codes: diagnostics.map(({ code }) => code).toSorted(),
  };
}

// The specs of Boost's own suite name headers that are not here.
const specs = allSpecs.filter((path) => !path.includes("/conformance/"));

describe.each(["yaml", "ts"] as const)("%s", (syntax) => {
  test.each(specs)("%s", async (path) => {
    const other = join(beside(path), `m.spec.${syntax}`);
    const { value: text = "" } = await convertSpec(path, syntax);
    writeFileSync(other, text);
    expect(await generated(other)).toEqual(await generated(path));
  });
});
