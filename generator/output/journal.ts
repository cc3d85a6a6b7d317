/**
 * The hashes that files of ours may have until the manifest is written. It is complete before the
 * first file is replaced and removed after the manifest, so that a run that was killed leaves no
 * file which the next run, whatever is to be generated then, takes for the user's.
 */
import { z } from "zod";
import { parseJson, storedHash, storedPath } from "./manifest.js";

/** Contents known to be ours, by path. */
export type OwnHashes = ReadonlyMap<string, ReadonlySet<string>>;

const storedJournal = z.object({
  journalVersion: z.literal(1),
  files: z.array(z.object({ path: storedPath, hashes: z.array(storedHash) })),
});

export function journalText(hashes: OwnHashes): string {
  const stored: z.infer<typeof storedJournal> = {
    journalVersion: 1,
    files: [...hashes].map(([path, each]) => ({ path, hashes: [...each] })),
  };
  return `${JSON.stringify(stored)}\n`;
}

/** The hashes that a text holds, or undefined where it is no journal. */
export function parseJournal(text: string): OwnHashes | undefined {
  const stored = storedJournal.safeParse(parseJson(text));
  if (!stored.success) return undefined;
  return new Map(stored.data.files.map(({ path, hashes }) => [path, new Set(hashes)]));
}

/** Both together. */
export function unite(some: OwnHashes, others: OwnHashes): OwnHashes {
  const united = new Map([...some].map(([path, hashes]) => [path, new Set(hashes)]));
  for (const [path, hashes] of others) {
    united.set(path, new Set([...(united.get(path) ?? []), ...hashes]));
  }
  return united;
}
