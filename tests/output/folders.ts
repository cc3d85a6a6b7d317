/** Real folders for tests of the output phase, and short ways to generate into them. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import type { FormattedFile } from "../../generator/output/generated-file.js";
import { type PlanOptions, planWrites } from "../../generator/output/plan.js";
import { applyPlan, type WritableDisk, type WriteSummary } from "../../generator/output/write.js";

/** Contents by path; a path that ends with a slash is an empty folder. */
export type Tree = Readonly<Record<string, string>>;

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gen-bindings-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function put(folder: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    const full = join(folder, path);
    mkdirSync(path.endsWith("/") ? full : dirname(full), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(full, content);
  }
}

/** All files, and all folders without any. */
export function treeOf(folder: string, prefix = ""): Tree {
  const entries = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = prefix + entry.name;
    if (!entry.isDirectory()) return { [path]: readFileSync(join(folder, entry.name), "utf8") };
    const inner = treeOf(join(folder, entry.name), `${path}/`);
    return Object.keys(inner).length > 0 ? inner : { [`${path}/`]: "" };
  });
  return Object.assign({}, ...entries);
}

/** The generated files alone, without the manifest. */
export function outputOf(folder: string): Tree {
  const { "gen-bindings.manifest.json": _, ...files } = treeOf(folder);
  return files;
}

export function filesOf(tree: Tree): FormattedFile[] {
  return Object.entries(tree).map(([path, content]) => ({ path, content }));
}

export const OPTIONS: PlanOptions = { module: "example", generator: "1.2.3", force: false };

export interface Generated {
  readonly summary?: WriteSummary | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans and writes. */
export function generate(
  folder: string,
  files: Tree | readonly FormattedFile[],
  options: Partial<PlanOptions> = {},
  disk?: WritableDisk,
): Generated {
  const list = Array.isArray(files) ? (files as FormattedFile[]) : filesOf(files as Tree);
  const plan = planWrites(folder, list, { ...OPTIONS, ...options });
  if (!plan.value) return { diagnostics: plan.diagnostics };
  const written = applyPlan(plan.value, disk);
  return {
    summary: written.value,
    diagnostics: [...plan.diagnostics, ...written.diagnostics],
  };
}

export function codesOf({ diagnostics }: Generated): string[] {
  return diagnostics.map(({ code }) => code);
}
