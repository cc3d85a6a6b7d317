/** What a build system has to know of a run: which files it read, and when it ended well. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { systemErrorText } from "../diagnostics/system-error.js";

/** Files of a build system, by the paths the user gave. */
export interface BuildRecord {
  /** A make rule: what the stamp depends on. */
  readonly depfile?: string | undefined;
  /** An empty file, written last of all: it is as new as the run. */
  readonly stamp: string;
  /**
   * A list of the generated files, one a line, that the build system has rules of its own for. The rule names all others: it
   * generates again where one of them was deleted.
   */
  readonly byProducts?: string | undefined;
}

/**
 * The rule that `target` depends on `prerequisites`, in the part of make's syntax that Ninja and CMake
 * read too.
 *
 * https://www.gnu.org/software/make/manual/html_node/Rule-Syntax.html
 */
export function depfileText(target: string, prerequisites: readonly string[]): string {
  return `${[`${escaped(target)}:`, ...prerequisites.map(escaped)].join(" \\\n  ")}\n`;
}

/** A colon needs nothing: none of the readers takes one inside a path for the end of a target. */
function escaped(path: string): string {
  return path.split(sep).join("/").replace(/[ #]/g, "\\$&").replaceAll("$", "$$$$");
}

/**
 * Writes the record of a run that ended well, the stamp last.
 *
 * @param read the files that the run read, absolute
 * @param made the files that it made, or left as they were, absolute
 */
export function writeRecord(
  { depfile, stamp, byProducts }: BuildRecord,
  read: readonly string[],
  made: readonly string[],
): Diagnostic[] {
  const known = byProducts === undefined ? { value: made } : linesOf(byProducts);
  if (known.value === undefined) return [known.diagnostic];
  const ruled = new Set(known.value.map((path) => resolve(path)));
  const distinct = [...new Set([...read, ...made.filter((path) => !ruled.has(path))])].sort();
  const files = [
    ...(depfile === undefined ? [] : [{ path: depfile, text: depfileText(stamp, distinct) }]),
    { path: stamp, text: "" },
  ];
  for (const { path, text } of files) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    } catch (error) {
      return [diagnose("GB0118", { path, why: systemErrorText(error) })];
    }
  }
  return [];
}

function linesOf(
  path: string,
): { readonly value: readonly string[] } | { readonly value?: never; diagnostic: Diagnostic } {
  try {
    return { value: readFileSync(path, "utf8").split(/\r?\n/) };
  } catch (error) {
    return { diagnostic: diagnose("GB0001", { path, why: systemErrorText(error) }) };
  }
}
