/** Reads the files of one folder of templates: this program's own, or an overlay of the user's. */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Diagnostic, diagnose, type Outcome } from "../../diagnostics/diagnostic.js";
import { type SourceText, sourceText } from "../../diagnostics/source-text.js";
import { systemErrorText } from "../../diagnostics/system-error.js";

/** A file of a folder of templates. */
export interface TemplateSource {
  /** In the folder, with `/` between the parts: "partials/class.hbs". */
  readonly path: string;
  /** The folder, as the user gave it. */
  readonly folder: string;
  /** Of this program, not of the user's. */
  readonly isBuiltIn: boolean;
  readonly bytes: Uint8Array;
  /** The text of a template; absent for what is copied. */
  readonly template?: SourceText;
}

/** What is printed; everything else is copied. */
export const TEMPLATE_SUFFIX = ".hbs";

/** The history of a folder of templates is none of its templates. */
const LEFT_OUT = ".git";

/** All files of a folder, in the order of their paths; links to files are followed. */
export function readTemplateFolder(
  folder: string,
  isBuiltIn: boolean,
): Outcome<readonly TemplateSource[]> {
  let paths: readonly string[];
  try {
    paths = filePaths(folder);
  } catch (error) {
    return { diagnostics: [diagnose("GB0401", { path: folder, why: systemErrorText(error) })] };
  }
  const diagnostics: Diagnostic[] = [];
  const sources = paths.flatMap((path) => {
    const { value, diagnostics: found } = readSource(path, folder, isBuiltIn);
    diagnostics.push(...found);
    return value === undefined ? [] : [value];
  });
  return diagnostics.length > 0 ? { diagnostics } : { value: sources, diagnostics };
}

function filePaths(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry: Dirent) => relative(folder, join(entry.parentPath, entry.name)))
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !path.split("/").includes(LEFT_OUT))
    .sort();
}

function readSource(path: string, folder: string, isBuiltIn: boolean): Outcome<TemplateSource> {
  const shown = join(folder, path);
  const refused = (why: string) => ({ diagnostics: [diagnose("GB0402", { path: shown, why })] });
  try {
    // A device or a pipe would never end.
    if (!statSync(shown).isFile()) return refused("it is not a regular file");
    const bytes = readFileSync(shown);
    const source = { path, folder, isBuiltIn, bytes };
    if (!path.endsWith(TEMPLATE_SUFFIX)) return { value: source, diagnostics: [] };
    const text = decoded(bytes);
    if (text === undefined) return refused("it is not UTF-8 text");
    return { value: { ...source, template: sourceText(shown, text) }, diagnostics: [] };
  } catch (error) {
    return refused(systemErrorText(error));
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
