/** Formats generated texts, and reuses what an earlier run formatted. */

import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { type Content, textOf } from "./content.js";
import { lookInto } from "./disk.js";
import { type Formatter, formatterFor } from "./formatters.js";
import type { FormattedFile, GeneratedFile } from "./generated-file.js";
import { hashOf } from "./hash.js";
import { type Manifest, parseManifest } from "./manifest.js";
import { MANIFEST } from "./own-names.js";

/**
 * What is longer, in characters, stays as its template printed it: nobody reads thousands of functions, while
 * clang-format takes twice as long over them as all else does, and a hundred times their size in memory.
 */
export const longestFormatted = 1_000_000;

/**
 * Brings texts to LF and formats C++, Python, JSON and Markdown. Bytes and copies of the user's
 * files are passed on as they are.
 *
 * @param folder the output folder: where the manifest there says that a file came from the same
 *   text, and the file still has the hash it was written with, its content is taken from there.
 */
export async function formatFiles(
  files: readonly GeneratedFile[],
  folder?: string,
): Promise<Outcome<readonly FormattedFile[]>> {
  const reuse = folder === undefined ? () => undefined : reuseFrom(folder);
  const formatted: FormattedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const outcome = await formatFile(file, reuse);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value) formatted.push(outcome.value);
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: formatted, diagnostics };
}

type Reuse = (path: string, source: string) => Content | undefined;

async function formatFile(file: GeneratedFile, reuse: Reuse): Promise<Outcome<FormattedFile>> {
  if (typeof file.content !== "string" || file.copiedFrom !== undefined) {
    return { value: file, diagnostics: [] };
  }
  const text = file.content.replace(/\r\n?/g, "\n");
  const formatter = formatterFor(file.path);
  if (!formatter || text.length > longestFormatted) {
    return { value: { ...file, content: text }, diagnostics: [] };
  }
  const source = hashOf(`${formatter.key}\n${text}`);
  const content = reuse(file.path, source);
  if (content) return { value: { ...file, content, source }, diagnostics: [] };
  return formatText(file, text, source, formatter);
}

async function formatText(
  file: GeneratedFile,
  text: string,
  source: string,
  { language, load }: Formatter,
): Promise<Outcome<FormattedFile>> {
  const format = await load();
  try {
    const content = await format(text, file.path);
    return { value: { ...file, content, source }, diagnostics: [] };
  } catch (error) {
    // Ruff throws strings; Prettier puts the source on the lines behind the message.
    const [why = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { diagnostics: [diagnose("GB0113", { path: file.path, language, why })] };
  }
}

/** What cannot be read or understood is not reused; planning the writes says what is wrong with it. */
function reuseFrom(folder: string): Reuse {
  const look = lookInto(folder);
  const manifest = readManifest(look(MANIFEST));
  return (path, source) => {
    const entry = manifest?.files.get(path);
    if (entry?.source !== source) return undefined;
    const found = look(path);
    return found.kind === "file" && hashOf(found.content) === entry.hash
      ? found.content
      : undefined;
  };
}

function readManifest(found: ReturnType<ReturnType<typeof lookInto>>): Manifest | undefined {
  return found.kind === "file" ? parseManifest(textOf(found.content)) : undefined;
}
