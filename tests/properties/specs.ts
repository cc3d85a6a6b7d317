/** Specs for properties: those of the repository, in one folder with the files they name. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import type { Diagnostic, Outcome } from "../../generator/diagnostics/diagnostic.js";
import { reportText } from "../../generator/diagnostics/report.js";
import type { FormattedFile } from "../../generator/output/generated-file.js";
import {
  type CheckedModule,
  checkSpec,
  generateFiles,
  type Layout,
} from "../../generator/pipeline.js";
import { moduleScenarios } from "../scenarios/modules.js";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const example = fileURLToPath(new URL("../../specs/example", import.meta.url));

/** The specs of the scenarios and of specs/example, as text. */
export const specTexts: readonly string[] = [
  join(example, "example.spec.json"),
  ...moduleScenarios().map(({ spec }) => spec),
].map((path) => readFileSync(path, "utf8"));

export const specs: readonly Json[] = specTexts.map((text) => JSON.parse(text));

/**
 * A folder that holds all C++ files and tables of types that the specs name, beside the folders of the
 * specs that others import; all goes when the tests of the file have run.
 */
export function folderOfSpecs(): string {
  const all = mkdtempSync(join(tmpdir(), "gen-bindings-properties-"));
  const folder = join(all, "tried");
  for (const from of [example, ...moduleScenarios().map((each) => each.folder)]) {
    for (const name of readdirSync(from).filter((each) => /\.([ch]pp|json)$/.test(each))) {
      cpSync(join(from, name), join(all, basename(from), name));
      if (!name.endsWith("spec.json")) cpSync(join(from, name), join(folder, name));
    }
  }
  afterAll(() => rmSync(all, { recursive: true, force: true }));
  return folder;
}

export interface Tried {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where the spec is wrong. */
  readonly files?: readonly FormattedFile[] | undefined;
}

/** Checks a spec, as a file of that folder. */
export function checkText(
  folder: string,
  content: string | Uint8Array,
  ending = "json",
): Outcome<CheckedModule> {
  const path = join(folder, `tried.spec.${ending}`);
  writeFileSync(path, content);
  return checkSpec(path);
}

/**
 * Checks a spec, and generates from it if it is right. Throws whatever is thrown, and where a
 * diagnostic lies outside its file or can't be shown.
 */
export async function tryOut(
  folder: string,
  content: string | Uint8Array,
  layout: Layout = {},
): Promise<Tried> {
  const { value, diagnostics } = checkText(folder, content);
  const generated = value && (await generateFiles(value, join(folder, "nothing there"), layout));
  const all = [...diagnostics, ...(generated?.diagnostics ?? [])];
  expectShowable(all);
  return { diagnostics: all, files: generated?.value };
}

/** Throws where a diagnostic lies outside its file or can't be shown. */
export function expectShowable(all: readonly Diagnostic[]): void {
  for (const { span, related } of all) {
    for (const each of [span, ...related.map((one) => one.span)]) {
      if (each === undefined) continue;
      const isInside = 0 <= each.start && each.start <= each.end;
      if (!isInside || each.end > each.source.text.length)
        throw new Error("a span outside its file");
    }
  }
  reportText(all, true);
}

/** The way to a value: keys and indices. */
export type Way = readonly (string | number)[];

/** Every value of a document with its way, the outermost first. */
export function valuesOf(root: Json, way: Way = []): readonly { way: Way; value: Json }[] {
  const inner = Array.isArray(root)
    ? root.flatMap((each, index) => valuesOf(each, [...way, index]))
    : root !== null && typeof root === "object"
      ? Object.entries(root).flatMap(([key, each]) => valuesOf(each, [...way, key]))
      : [];
  return [{ way, value: root }, ...inner];
}

/** The document with what stands at a way replaced by what `change` makes of it. */
export function changedAt(root: Json, way: Way, change: (value: Json) => Json): Json {
  const [step, ...rest] = way;
  if (step === undefined) return change(root);
  if (Array.isArray(root)) {
    return root.map((each, index) => (index === step ? changedAt(each, rest, change) : each));
  }
  if (root === null || typeof root !== "object") return root;
  return Object.fromEntries(
    Object.entries(root).map(([key, each]) => [
      key,
      key === step ? changedAt(each, rest, change) : each,
    ]),
  );
}
