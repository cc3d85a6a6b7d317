/** Decides for each file what is to be done with it, and refuses what would harm the user's files. */

import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Diagnostic, diagnose, hasErrors, type Outcome } from "../diagnostics/diagnostic.js";
import { systemErrorText } from "../diagnostics/system-error.js";
import type { Content } from "./content.js";
import { type Found, lookInto, nearestExisting, whyNotWritable } from "./disk.js";
import type { FormattedFile } from "./generated-file.js";
import { hashOf } from "./hash.js";
import { type OwnHashes, unite } from "./journal.js";
import { manifestText } from "./manifest.js";
import { obstacle, type Previous, readPrevious } from "./previous.js";
import { checkPaths, fold, parentsOf } from "./safe-path.js";

export interface PlanOptions {
  /** The module that the folder is for. */
  readonly module: string;
  /** The generator's version. */
  readonly generator: string;
  /** Overwrite files that the user changed or put there. */
  readonly force: boolean;
  /** Only to compare with: what the user changed is replaced too, and nothing has to be writable. */
  readonly isForComparison?: boolean;
}

export interface PlannedFile {
  readonly path: string;
  readonly status: "new" | "changed" | "unchanged" | "removed";
  /** What is on disk now; absent for a new file. */
  readonly before?: Content;
  /** What will be; absent for a file to be removed. */
  readonly after?: Content;
}

export interface WritePlan {
  readonly folder: string;
  /** The generated files in the order given, then those to be removed. */
  readonly files: readonly PlannedFile[];
  /** Folders that may be empty afterwards, inner ones first. */
  readonly emptied: readonly string[];
  readonly manifest: { readonly text: string; readonly changed: boolean };
  /** All hashes that files of ours may have from now until the manifest is written. */
  readonly own: OwnHashes;
  /** An earlier run was killed, and its work folder is still there. */
  readonly interrupted: boolean;
}

/** Whether the folder already is what it would become. */
export function isUpToDate({ files, manifest }: WritePlan): boolean {
  return !manifest.changed && files.every(({ status }) => status === "unchanged");
}

/**
 * Compares the files with the output folder. Nothing is written.
 *
 * @param folder the output folder, shown in diagnostics as it is given here
 * @param files all files of the module; what was generated before and is not among them is removed
 * @returns the plan, or the reasons why nothing can be written: each file that would be harmed, or
 *   can't be written, has its diagnostic
 */
export function planWrites(
  folder: string,
  files: readonly FormattedFile[],
  options: PlanOptions,
): Outcome<WritePlan> {
  const unusable = [...checkPaths(files), ...checkFolder(folder)];
  if (unusable.length > 0) return { diagnostics: unusable };
  const look = lookInto(folder);
  const force = options.force || options.isForComparison === true;
  const previous = readPrevious(folder, look, { ...options, force });
  if (!previous.value) return { diagnostics: previous.diagnostics };

  const { own, interrupted } = previous.value;
  const stale = planRemovals(folder, files, own, look);
  const generated = planFiles(folder, files, previous.value, stale.paths, look, force);
  const diagnostics = [...generated.diagnostics, ...stale.diagnostics];
  const plan: WritePlan = {
    folder,
    files: [...generated.files, ...stale.files],
    emptied: foldersOf(stale.paths),
    manifest: planManifest(files, previous.value, options),
    own: unite(own, new Map(files.map(({ path, content }) => [path, new Set([hashOf(content)])]))),
    interrupted,
  };
  if (!hasErrors(diagnostics) && !options.isForComparison) diagnostics.push(...checkWritable(plan));
  return hasErrors(diagnostics) ? { diagnostics } : { value: plan, diagnostics };
}

/** Whether the output folder is, or can become, a folder. */
function checkFolder(folder: string): Diagnostic[] {
  try {
    const existing = nearestExisting(folder);
    if (statSync(existing).isDirectory()) return [];
    const path = folder;
    return existing === folder
      ? [diagnose("GB0101", { path })]
      : [diagnose("GB0102", { path, parent: existing })];
  } catch (error) {
    return [diagnose("GB0103", { path: folder, why: systemErrorText(error) })];
  }
}

interface Planned {
  readonly files: readonly PlannedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

function planFiles(
  folder: string,
  files: readonly FormattedFile[],
  { own }: Previous,
  stale: readonly string[],
  look: (path: string, expected: Content) => Found,
  force: boolean,
): Planned {
  const planned: PlannedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  // Where case does not count, removing a stale file may remove this one: it is written anew.
  const removed = new Set(stale.map(fold));
  for (const { path, content, copiedFrom } of files) {
    const found = look(path, content);
    if (found.kind === "absent") {
      planned.push({ path, status: "new", after: content });
    } else if (found.kind !== "file") {
      diagnostics.push(obstacle(folder, path, found));
    } else if (found.content === content && !removed.has(fold(path))) {
      planned.push({ path, status: "unchanged", before: content, after: content });
    } else if (force || own.get(path)?.has(hashOf(found.content))) {
      planned.push({ path, status: "changed", before: found.content, after: content });
    } else {
      const code = own.has(path) ? "GB0104" : "GB0105";
      diagnostics.push(diagnose(code, { path: join(folder, path), original: copiedFrom }));
    }
  }
  return { files: planned, diagnostics };
}

/** Files of earlier runs that are not generated any more; `paths` are those that are, or will be, gone. */
function planRemovals(
  folder: string,
  files: readonly FormattedFile[],
  own: OwnHashes,
  look: (path: string) => Found,
): Planned & { readonly paths: readonly string[] } {
  const wanted = new Set(files.map(({ path }) => path));
  const removed: PlannedFile[] = [];
  const paths: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [path, hashes] of own) {
    if (wanted.has(path)) continue;
    const found = look(path);
    if (found.kind === "file" && hashes.has(hashOf(found.content))) {
      removed.push({ path, status: "removed", before: found.content });
      paths.push(path);
    } else if (found.kind === "absent") {
      paths.push(path);
    } else {
      diagnostics.push(diagnose("GB0106", { path: join(folder, path), why: whyLeft(found) }));
    }
  }
  return { files: removed, paths, diagnostics };
}

function whyLeft(found: Exclude<Found, { readonly kind: "absent" }>): string {
  if (found.kind === "file") return "it was changed";
  if (found.kind === "unreadable") return `it can't be read (${found.why})`;
  return `"${found.at}" is now a ${found.kind === "file on the way" ? "file" : found.kind}`;
}

function planManifest(
  files: readonly FormattedFile[],
  previous: Previous,
  { generator, module }: PlanOptions,
): WritePlan["manifest"] {
  const entries = files.map(
    ({ path, content, source }) => [path, { hash: hashOf(content), source }] as const,
  );
  const text = manifestText({ generator, module, files: new Map(entries) });
  return { text, changed: text !== previous.manifest };
}

function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set(paths.flatMap(parentsOf));
  return [...folders].sort((a, b) => b.split("/").length - a.split("/").length);
}

/** What can be known before the first byte is written: whether every folder concerned is writable. */
function checkWritable(plan: WritePlan): Diagnostic[] {
  if (isUpToDate(plan) && !plan.interrupted) return [];
  const touched = plan.files.filter(({ status }) => status !== "unchanged");
  const folders = [plan.folder, ...touched.map(({ path }) => dirname(join(plan.folder, path)))];
  const existing = new Set(folders.map(nearestExisting));
  return [...existing].flatMap((path) => {
    const why = whyNotWritable(path);
    return why === undefined ? [] : [diagnose("GB0103", { path, why })];
  });
}
