/** Changes to the files of a project between two builds. */
import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Touches a file in the next second: some file systems count in seconds. Never at a time to come, which what is
 * built within the second would seem to be older than.
 */
export async function touch(path) {
  await wait(1020 - (Date.now() % 1000));
  const now = Date.now() / 1000;
  utimesSync(path, now, now);
}

/** @param {(text: string) => string} change Of the file's text, into another one. */
export async function edit(path, change) {
  const before = readFileSync(path, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`the change to ${path} changes nothing`);
  writeFileSync(path, after);
  await touch(path);
}
