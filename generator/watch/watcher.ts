/**
 * Waits for changes of files, whether or not they exist yet.
 *
 * It is their folders that are watched: editors replace a file instead of writing to it, and a file
 * that is missing may appear.
 */
import { statSync } from "node:fs";
import { dirname, sep } from "node:path";
import { type FSWatcher, watch as watchFolders } from "chokidar";
import { nearestExisting } from "../output/disk.js";

export interface Watched {
  /** Single files, absolute. */
  readonly files: readonly string[];
  /** Folders of which everything counts, absolute. */
  readonly folders: readonly string[];
}

export interface Watcher {
  readonly close: () => Promise<void>;
}

/**
 * Begins to watch; has begun when it returns.
 *
 * @param onChange told the path of what was written, appeared or went
 */
export async function watchFiles(
  { files, folders }: Watched,
  onChange: (path: string) => void,
): Promise<Watcher> {
  const roots = [...files.map(dirname), ...folders].map(nearestExisting);
  const concerned = new Set([...files, ...roots, ...files.flatMap(missingFolders)]);
  const isInside = (path: string) =>
    folders.some((folder) => path === folder || path.startsWith(folder + sep));
  const watcher = watchFolders([...new Set(roots)], {
    ignoreInitial: true,
    ignored: (path) => !concerned.has(path) && !isInside(path),
  });
  watcher.on("all", (_event, path) => onChange(path));
  await ready(watcher);
  return { close: () => watcher.close() };
}

/** What an operating system refuses to watch is left out: the rest is still told. */
function ready(watcher: FSWatcher): Promise<void> {
  watcher.on("error", () => {});
  return new Promise((resolve) => watcher.once("ready", resolve));
}

/** The folders of a path that are not there yet. */
function missingFolders(path: string): readonly string[] {
  const above = nearestExisting(path);
  const missing: string[] = [];
  for (let at = dirname(path); at.length > above.length; at = dirname(at)) missing.push(at);
  return missing;
}

/** When a file was last written, in milliseconds since 1970; undefined where there is none. */
export function timeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
