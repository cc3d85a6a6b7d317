/** What lies on disk, below the output folder and above it. Nothing here writes. */
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { systemErrorName, systemErrorText } from "../diagnostics/system-error.js";
import { blocksOf, type Content } from "./content.js";
import { parentsOf } from "./safe-path.js";

export type Found =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly content: Content }
  /** Anything else that stands at `at`: the path itself, or a part of it on the way. */
  | { readonly kind: "link" | "file on the way" | "folder" | "device"; readonly at: string }
  | { readonly kind: "unreadable"; readonly why: string };

type Kind = "absent" | "link" | "file" | "folder" | "device";

/**
 * Looks at paths below an output folder, never through a symbolic link. Folders on the way are
 * looked at once. A file that holds what is `expected` has that very content, and is not kept a second time.
 */
export function lookInto(folder: string): (path: string, expected?: Content) => Found {
  const folders = new Map<string, Kind>();

  function kindOfFolder(path: string): Kind {
    const kind = folders.get(path) ?? kindOf(join(folder, path));
    folders.set(path, kind);
    return kind;
  }

  function look(path: string, expected?: Content): Found {
    for (const parent of parentsOf(path).reverse()) {
      const kind = kindOfFolder(parent);
      if (kind === "absent") return { kind };
      if (kind === "link") return { kind, at: parent };
      if (kind !== "folder") return { kind: "file on the way", at: parent };
    }
    const kind = kindOf(join(folder, path));
    if (kind === "absent") return { kind };
    if (kind !== "file") return { kind, at: path };
    const file = join(folder, path);
    const isExpected = expected !== undefined && holds(file, expected);
    return { kind, content: isExpected ? expected : readFileSync(file) };
  }

  return (path, expected) => {
    try {
      return look(path, expected);
    } catch (error) {
      return { kind: "unreadable", why: systemErrorText(error) };
    }
  };
}

/** Whether a file holds exactly this. It is read block by block. */
function holds(file: string, expected: Content): boolean {
  const descriptor = openSync(file, "r");
  try {
    let at = 0;
    for (const block of blocksOf(expected)) {
      const read = Buffer.allocUnsafe(block.length);
      const length = readSync(descriptor, read, 0, block.length, at);
      if (length !== block.length || Buffer.compare(read, block) !== 0) return false;
      at += length;
    }
    return fstatSync(descriptor).size === at;
  } finally {
    closeSync(descriptor);
  }
}

function kindOf(path: string): Kind {
  const status = statusOf(path);
  if (status === undefined) return "absent";
  if (status.isSymbolicLink()) return "link";
  if (status.isDirectory()) return "folder";
  return status.isFile() ? "file" : "device";
}

/** The status of a path itself, not of what it links to; undefined where nothing is. */
function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemErrorName(error))) return undefined;
    throw error;
  }
}

/** The path itself where something is there, else the nearest folder above it that exists. */
export function nearestExisting(path: string): string {
  let at = path;
  while (statusOf(at) === undefined && dirname(resolve(at)) !== resolve(at)) at = dirname(at);
  return at;
}

/** Why nothing can be made in a folder that exists, or undefined where it can. */
export function whyNotWritable(folder: string): string | undefined {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return systemErrorText(error);
  }
}
