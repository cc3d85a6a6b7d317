/** The record of what was generated, kept in the output folder: the same for the same files. */
import { z } from "zod";
import { whyUnsafe } from "./safe-path.js";

export interface ManifestEntry {
  /** Of the content that was written. */
  readonly hash: string;
  /** Of the text before formatting, and the formatter; absent where none was used. */
  readonly source?: string | undefined;
}

export interface Manifest {
  /** The generator's version. */
  readonly generator: string;
  readonly module: string;
  readonly files: ReadonlyMap<string, ManifestEntry>;
}

/** A hash as `hashOf` writes it. */
export const storedHash = z.string().regex(/^[0-9a-f]{64}$/);

/** A record may have been edited: a path in it must not lead out of the output folder. */
export const storedPath = z.string().refine((path) => whyUnsafe(path) === undefined);

const storedManifest = z.object({
  manifestVersion: z.literal(1),
  generator: z.string(),
  module: z.string(),
  files: z.array(z.object({ path: storedPath, hash: storedHash, source: storedHash.optional() })),
});

/** The text of a manifest, with the files in the order of their paths. */
export function manifestText({ generator, module, files }: Manifest): string {
  const stored: z.infer<typeof storedManifest> = {
    manifestVersion: 1,
    generator,
    module,
    files: [...files]
      .map(([path, { hash, source }]) => ({ path, hash, ...(source && { source }) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  return `${JSON.stringify(stored, null, 2)}\n`;
}

/** The manifest that a text holds, or undefined where it holds none. */
export function parseManifest(text: string): Manifest | undefined {
  const stored = storedManifest.safeParse(parseJson(text));
  if (!stored.success) return undefined;
  const { generator, module, files } = stored.data;
  return { generator, module, files: new Map(files.map(({ path, ...entry }) => [path, entry])) };
}

/** Any JSON, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
