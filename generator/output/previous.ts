/** What earlier runs left in the output folder: the manifest, and the journal of one that was killed. */
import { join } from "node:path";
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import type { Found } from "./disk.js";
import { type OwnHashes, parseJournal, unite } from "./journal.js";
import { type Manifest, parseManifest } from "./manifest.js";
import { JOURNAL, MANIFEST, WORK_FOLDER } from "./own-names.js";

export interface Previous {
  /** The manifest's text as it is on disk. */
  readonly manifest?: string;
  /** Whatever may be on disk and is ours. */
  readonly own: OwnHashes;
  /** A run was killed on the way. */
  readonly interrupted: boolean;
}

interface Expected {
  readonly module: string;
  /** Records that are damaged, or another module's, are no obstacle. */
  readonly force: boolean;
}

export function readPrevious(
  folder: string,
  look: (path: string) => Found,
  { module, force }: Expected,
): Outcome<Previous> {
  const manifest = readRecord(folder, MANIFEST, look, parseManifest);
  const journal = readRecord(folder, JOURNAL, look, parseJournal);
  const damaged = [...manifest.diagnostics, ...journal.diagnostics];
  const obstacles = damaged.filter(({ code }) => !force || code !== "GB0111");
  const owner = manifest.value?.record.module ?? module;
  if (owner !== module && !force) obstacles.push(diagnose("GB0112", { folder, module, owner }));
  if (obstacles.length > 0) return { diagnostics: obstacles };
  const previous: Previous = {
    ...(manifest.value && { manifest: manifest.value.text }),
    own: unite(hashesIn(manifest.value?.record), journal.value?.record ?? new Map()),
    interrupted: look(WORK_FOLDER).kind !== "absent",
  };
  return { value: previous, diagnostics: [] };
}

function readRecord<Value>(
  folder: string,
  path: string,
  look: (path: string) => Found,
  parse: (text: string) => Value | undefined,
): Outcome<{ readonly text: string; readonly record: Value }> {
  const found = look(path);
  if (found.kind === "absent") return { diagnostics: [] };
  if (found.kind !== "file") return { diagnostics: [obstacle(folder, path, found)] };
  const text = Buffer.from(found.content).toString();
  const record = parse(text);
  if (record !== undefined) return { value: { text, record }, diagnostics: [] };
  const why = "it is not what this version of the generator writes";
  return { diagnostics: [diagnose("GB0111", { path: join(folder, path), why })] };
}

function hashesIn(manifest: Manifest | undefined): OwnHashes {
  const files = [...(manifest?.files ?? [])];
  return new Map(files.map(([path, { hash }]) => [path, new Set([hash])]));
}

/** What to say of anything but a regular file where one is to be read or written. */
export function obstacle(
  folder: string,
  path: string,
  found: Exclude<Found, { readonly kind: "absent" | "file" }>,
): Diagnostic {
  const shown = join(folder, path);
  if (found.kind === "unreadable") return diagnose("GB0116", { path: shown, why: found.why });
  const at = join(folder, found.at);
  if (found.kind === "link") return diagnose("GB0109", { path: shown, link: at });
  const what = found.kind === "file on the way" ? "a file" : `a ${found.kind}`;
  return diagnose("GB0110", { path: shown, blocker: at, what });
}
