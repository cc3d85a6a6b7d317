/** Fingerprints of files, to see what changed since the last set-up. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { projectFolder } from "../program.mjs";

/** All files under a folder, in a fixed order. */
export function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A hash of the files' names, as seen from the project, and of their contents. */
export function fingerprintOf(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${relative(projectFolder, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

/** What was remembered in a file, or undefined. */
export function remembered(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

export function remember(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
