/** `--dry-run`, `--diff` and `--check`: what generating would do to an output folder. */
import { join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { changesOf, differencesOf } from "../output/differences.js";
import type { PlannedModule } from "./generate.js";
import type { Options } from "./surroundings.js";

/**
 * Prints what would change. Nothing is written.
 *
 * @returns what is wrong with it: only `--check` expects an output folder that is up to date
 */
export function preview(
  { written: { folder, spec }, plan }: PlannedModule,
  kind: NonNullable<Options["preview"]>,
  print: (line: string) => void,
): readonly Diagnostic[] {
  const changes = changesOf(plan);
  if (kind === "dry-run" || changes.length === 0) {
    for (const { what, path } of changes) print(`${what}: ${join(folder, path)}`);
    if (changes.length === 0) print(`${folder}: nothing to do, it is up to date`);
    return [];
  }
  for (const difference of differencesOf(plan)) print(difference.trimEnd());
  return kind === "check" ? [diagnose("GB0117", { folder, spec, count: changes.length })] : [];
}
