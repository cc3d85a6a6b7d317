/** What a plan would change, as a text that people and `patch` read. */
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import { type Content, textOf } from "./content.js";
import { MANIFEST } from "./own-names.js";
import type { PlannedFile, WritePlan } from "./plan.js";

/** What becomes of a file, in one word, and its path in the output folder. */
export interface Change {
  readonly what: "new" | "changed" | "removed";
  readonly path: string;
}

/** In edits. Comparing takes their square in time; of what differs more it is only said that it does. */
const LONGEST_EDIT = 4000;

/** The files that would be written or removed, the record of them last. */
export function changesOf({ files, manifest }: WritePlan): readonly Change[] {
  return [
    ...files.flatMap(({ path, status }) =>
      status === "unchanged" ? [] : [{ what: status, path }],
    ),
    ...(manifest.changed ? [{ what: "changed" as const, path: MANIFEST }] : []),
  ];
}

/**
 * A unified diff of every file that would be written or removed, in the order of the plan. The record
 * of the files is left out: its hashes say nothing that the files themselves do not.
 *
 * @returns one text for each file, ending with a newline
 */
export function differencesOf({ folder, files }: WritePlan): readonly string[] {
  return files
    .filter(({ status }) => status !== "unchanged")
    .map((file) => difference(folder, file));
}

function difference(folder: string, { path, before, after }: PlannedFile): string {
  const shown = `${folder}/${path}`;
  const nameOf = (content: Content | undefined) => (content === undefined ? "/dev/null" : shown);
  return differenceOf(nameOf(before), nameOf(after), textOf(before ?? ""), textOf(after ?? ""));
}

/** A unified diff of two texts that differ, ending with a newline. */
export function differenceOf(fromName: string, toName: string, from: string, to: string): string {
  const options = { context: 3, maxEditLength: LONGEST_EDIT };
  const patch = structuredPatch(fromName, toName, from, to, "", "", options);
  const hasText = patch !== undefined && patch.hunks.length > 0;
  return hasText
    ? formatPatch(patch, FILE_HEADERS_ONLY)
    : `--- ${fromName}\n+++ ${toName}\nthe files differ\n`;
}
