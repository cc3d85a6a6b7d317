/** `gen-bindings migrate SPEC`: the same spec in the newest version of the language, in place. */
import { realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { systemErrorText } from "../diagnostics/system-error.js";
import { differenceOf } from "../output/differences.js";
import { type MigratedSpec, migrateSpec } from "../pipeline.js";
import type { Options, Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

/** Rewrites each spec, or shows with `--dry-run`, `--diff` and `--check` what would change in it. */
export function migrate(options: Options, surroundings: Surroundings): Status {
  const { print } = surroundings.terminal;
  const statuses = options.specs.map((path) => {
    const { value, diagnostics } = migrateSpec(path);
    if (value === undefined) return tell(surroundings, diagnostics);
    return tell(surroundings, [...diagnostics, ...carryOut(path, value, options.preview, print)]);
  });
  return statuses.includes(1) ? 1 : 0;
}

function carryOut(
  path: string,
  { before, after, version }: MigratedSpec,
  preview: Options["preview"],
  print: (line: string) => void,
): readonly Diagnostic[] {
  if (before === after) {
    print(`${path}: nothing to do, it says that it is of version ${version}`);
    return [];
  }
  if (preview === "dry-run") print(`changed: ${path}`);
  else if (preview !== undefined) print(differenceOf(path, path, before, after).trimEnd());
  if (preview !== undefined) return preview === "check" ? [diagnose("GB0013", { path })] : [];
  const failed = replace(path, after);
  if (failed.length === 0) print(`${path}: rewritten for version ${version}`);
  return failed;
}

/** Written beside and renamed, so that a kill leaves the old spec or the new one. */
function replace(path: string, text: string): readonly Diagnostic[] {
  try {
    const file = realpathSync(path);
    const beside = join(dirname(file), `.${basename(file)}.migrated`);
    writeFileSync(beside, text, { mode: statSync(file).mode });
    renameSync(beside, file);
    return [];
  } catch (error) {
    return [diagnose("GB0014", { path, why: systemErrorText(error) })];
  }
}
