/**
 * Carries out a plan. All contents are first written to a work folder inside the output folder,
 * so that a full disk is known before any file is replaced; then each file is renamed into place,
 * the manifest last. A kill at any moment leaves each file old or new, and the journal says which
 * contents are ours. Files are not forced to disk: one that a power failure damages is reported
 * like one that was changed, and --force writes it again.
 */
import * as nodeDisk from "node:fs";
import { dirname, join, resolve } from "node:path";
import { diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { systemErrorName, systemErrorText } from "../diagnostics/system-error.js";
import { blocksOf } from "./content.js";
import { nearestExisting } from "./disk.js";
import { journalText } from "./journal.js";
import { JOURNAL, MANIFEST, WORK_FOLDER } from "./own-names.js";
import { isUpToDate, type WritePlan } from "./plan.js";

/** The operations that change anything on disk. */
export type WritableDisk = Pick<
  typeof nodeDisk,
  "mkdirSync" | "writeFileSync" | "renameSync" | "rmSync" | "rmdirSync"
>;

/** How many files; the manifest does not count. */
export interface WriteSummary {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Writes, replaces and removes files as planned; does not touch unchanged ones.
 *
 * @returns what was done, or why it was not: GB0114 where the files are all as before, GB0115 where
 *   it stopped on the way and running again will complete it
 */
export function applyPlan(plan: WritePlan, disk: WritableDisk = nodeDisk): Outcome<WriteSummary> {
  const value = summarise(plan);
  if (isUpToDate(plan) && !plan.interrupted) return { value, diagnostics: [] };
  const staged = tryTo(() => stage(plan, disk));
  if (staged !== undefined) {
    return { diagnostics: [diagnose("GB0114", { path: plan.folder, why: staged })] };
  }
  const committed = tryTo(() => commit(plan, disk));
  if (committed !== undefined) {
    return { diagnostics: [diagnose("GB0115", { path: plan.folder, why: committed })] };
  }
  return { value, diagnostics: [] };
}

function summarise({ files }: WritePlan): WriteSummary {
  const count = (...statuses: string[]) =>
    files.filter(({ status }) => statuses.includes(status)).length;
  return {
    written: count("new", "changed"),
    unchanged: count("unchanged"),
    removed: count("removed"),
  };
}

/** Why it failed, or undefined where it did not. */
function tryTo(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return systemErrorText(error);
  }
}

const STAGE = join(WORK_FOLDER, "staged");

function stage({ folder, files, manifest, own }: WritePlan, disk: WritableDisk): void {
  const firstMade = makeFolders(join(folder, WORK_FOLDER), disk);
  const staged = join(folder, STAGE);
  try {
    disk.rmSync(staged, { recursive: true, force: true });
    disk.mkdirSync(staged);
    files.forEach(({ after, status }, index) => {
      if (after === undefined || status === "unchanged") return;
      const path = join(staged, String(index));
      let flag = "w";
      for (const block of blocksOf(after)) {
        disk.writeFileSync(path, block, { flag });
        flag = "a";
      }
    });
    disk.writeFileSync(join(staged, "manifest"), manifest.text);
    disk.writeFileSync(join(staged, "journal"), journalText(own));
  } catch (error) {
    disk.rmSync(staged, { recursive: true, force: true });
    if (firstMade !== undefined) removeUpTo(firstMade, join(folder, WORK_FOLDER), disk);
    throw error;
  }
}

/**
 * Makes a folder and those around it that are missing, one by one: `recursive` never returns from
 * Node 20 where a file system such as /proc refuses a new folder as one that does not exist.
 *
 * @returns the outermost folder made, if any
 */
function makeFolders(folder: string, disk: WritableDisk): string | undefined {
  const existing = resolve(nearestExisting(folder));
  const missing: string[] = [];
  for (let at = resolve(folder); at !== existing; at = dirname(at)) missing.unshift(at);
  for (const [count, each] of missing.entries()) {
    try {
      disk.mkdirSync(each);
    } catch (error) {
      for (const made of missing.slice(0, count).reverse()) disk.rmdirSync(made);
      throw error;
    }
  }
  return missing[0];
}

/** Removes the folders that were made for nothing. */
function removeUpTo(outermost: string, innermost: string, disk: WritableDisk): void {
  let folder = resolve(innermost);
  while (folder !== dirname(resolve(outermost))) {
    disk.rmdirSync(folder);
    folder = dirname(folder);
  }
}

function commit({ folder, files, emptied, manifest }: WritePlan, disk: WritableDisk): void {
  const at = (path: string) => join(folder, path);
  disk.renameSync(at(join(STAGE, "journal")), at(JOURNAL));
  for (const { path, status } of files) {
    if (status === "new") makeFolders(dirname(at(path)), disk);
  }
  for (const { path, status } of files) {
    if (status === "removed") disk.rmSync(at(path), { force: true });
  }
  files.forEach(({ path, after, status }, index) => {
    if (after === undefined || status === "unchanged") return;
    disk.renameSync(at(join(STAGE, String(index))), at(path));
  });
  for (const path of emptied) removeIfEmpty(at(path), disk);
  if (manifest.changed) disk.renameSync(at(join(STAGE, "manifest")), at(MANIFEST));
  disk.rmSync(at(STAGE), { recursive: true, force: true });
  disk.rmSync(at(JOURNAL), { force: true });
  removeIfEmpty(at(WORK_FOLDER), disk);
}

function removeIfEmpty(folder: string, disk: WritableDisk): void {
  try {
    disk.rmdirSync(folder);
  } catch (error) {
    const harmless = ["ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR"];
    if (!harmless.includes(systemErrorName(error))) throw error;
  }
}
