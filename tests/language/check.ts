/** Specs for tests: written to a folder of their own, and checked as the command line checks them. */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { reportText } from "../../generator/diagnostics/report.js";
import type { Module } from "../../generator/model/model.js";
import { type CheckedModule, checkSpec, generateFiles } from "../../generator/pipeline.js";
import { put, type Tree, temporaryFolder } from "../output/folders.js";

/** A spec as its text, its bytes, or its data. */
export type SpecContent = string | Uint8Array | object;

/** Writes a spec, and the files it names beside it; the folder goes when the test ends. */
export function specFile(
  content: SpecContent,
  beside: Tree = {},
  ending: "json" | "jsonc" | "yaml" | "ts" = "json",
): string {
  const folder = temporaryFolder();
  put(folder, beside);
  const path = join(folder, `m.spec.${ending}`);
  const isText = typeof content === "string" || content instanceof Uint8Array;
  writeFileSync(path, isText ? content : JSON.stringify(content, null, 1));
  return path;
}

export interface Checked {
  readonly checked?: CheckedModule | undefined;
  readonly module?: Module | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
  /** What the user reads who stands in the spec's folder. */
  readonly report: string;
}

export function check(
  content: SpecContent,
  beside?: Tree,
  ending?: Parameters<typeof specFile>[2],
): Checked {
  const path = specFile(content, beside, ending);
  const folder = dirname(path);
  const { value, diagnostics } = checkSpec(path);
  return {
    checked: value,
    module: value?.module,
    diagnostics,
    codes: diagnostics.map((each) => each.code),
    report: reportText(diagnostics, false).replaceAll(`${folder}/`, "").replaceAll(folder, "."),
  };
}

/** The text of a file generated from a spec that is right. */
export async function generated(
  content: SpecContent,
  path: string,
  beside?: Tree,
): Promise<string> {
  const { checked, report } = check(content, beside);
  if (checked === undefined) throw new Error(`the spec of the test is wrong:\n${report}`);
  const files = await generateFiles(checked, temporaryFolder());
  const found = files.value?.find((each) => each.path === path);
  if (found === undefined) throw new Error(`there is no ${path} among the generated files`);
  return Buffer.from(found.content).toString();
}

/** The module of a spec that is right. */
export function modelOf(content: SpecContent): Module {
  const { module, report } = check(content);
  if (module === undefined) throw new Error(`the spec of the test is wrong:\n${report}`);
  return module;
}

/** A spec of the module "m" with these parts. */
export function spec(parts: object, module: object = {}): object {
  return { module: { name: "m", ...module }, ...parts };
}
