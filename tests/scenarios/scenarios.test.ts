/**
 * Whole modules: every generated file that depends on the spec, byte by byte. Each folder here holds a
 * spec, the C++ it binds, what is expected of it, and what the user reads where there is a warning;
 * UPDATE_SCENARIOS=1 writes the last two again.
 */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reportText } from "../../generator/diagnostics/report.js";
import { checkSpec, generateFiles } from "../../generator/pipeline.js";
import { put, type Tree, treeOf } from "../output/folders.js";
import { moduleScenarios, type Scenario, templates } from "./modules.js";

const rewrites = process.env.UPDATE_SCENARIOS === "1";

/** The files that depend on the spec: neither copies of the runtime headers nor of the user's files. */
async function generated({ folder, spec, shards }: Scenario): Promise<Tree> {
  const { value, diagnostics } = checkSpec(spec);
  const files = value && (await generateFiles(value, join(folder, "nothing there"), { shards }));
  const printed = (files?.value ?? []).filter(
    ({ path, copiedFrom }) => copiedFrom === undefined && !existsSync(join(templates, path)),
  );
  const report = reportText([...diagnostics, ...(files?.diagnostics ?? [])], false);
  return {
    ...Object.fromEntries(
      printed.map(({ path, content }) => [`expected/${path}`, Buffer.from(content).toString()]),
    ),
    ...(report !== "" && { "diagnostics.txt": `${report.replaceAll(`${folder}/`, "").replaceAll(folder, ".")}\n` }),
  };
}

function expected({ folder }: Scenario): Tree {
  const files = Object.entries(treeOf(folder));
  const isExpectation = (path: string) => path.startsWith("expected/") || path === "diagnostics.txt";
  return Object.fromEntries(files.filter(([path]) => isExpectation(path)));
}

async function rewrite(scenario: Scenario): Promise<void> {
  const files = await generated(scenario);
  for (const each of ["expected", "diagnostics.txt"]) {
    rmSync(join(scenario.folder, each), { recursive: true, force: true });
  }
  put(scenario.folder, files);
}

async function compare(scenario: Scenario): Promise<void> {
  const [found, wanted] = [await generated(scenario), expected(scenario)];
  expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
  for (const [path, text] of Object.entries(found)) expect(text, path).toBe(wanted[path]);
}

test.each(moduleScenarios())("$name", rewrites ? rewrite : compare);
