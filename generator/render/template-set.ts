/**
 * The templates: a tree that mirrors the output. `src/module.cpp.hbs` becomes `src/module.cpp`; a
 * file without `.hbs` is copied; `partials/` holds the blocks, each named by its file. A file whose name
 * holds a placeholder, `{{stub}}.pyi.hbs`, is made once for each part of the module of that kind.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import Handlebars from "handlebars";
import { invariant } from "../diagnostics/invariant.js";
import type { GeneratedFile } from "../output/generated-file.js";

const PARTIALS = "partials/";
const SUFFIX = ".hbs";

export interface TemplateSet {
  /** Path of the output to template text, or to the text that is copied. */
  readonly files: readonly {
    readonly path: string;
    readonly isTemplate: boolean;
    readonly text: string;
  }[];
  readonly partials: Readonly<Record<string, string>>;
  /** Every file that was read, absolute. */
  readonly read: readonly string[];
}

export function readTemplates(folder: string): TemplateSet {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((full) => ({
      full,
      path: relative(folder, full).split(sep).join("/"),
      text: readFileSync(full, "utf8"),
    }));
  const isPartial = ({ path }: { path: string }) => path.startsWith(PARTIALS);
  return {
    files: all
      .filter((each) => !isPartial(each))
      .map(({ path, text }) => ({
        path: path.endsWith(SUFFIX) ? path.slice(0, -SUFFIX.length) : path,
        isTemplate: path.endsWith(SUFFIX),
        text,
      })),
    partials: Object.fromEntries(
      all
        .filter(isPartial)
        .map(({ path, text }) => [path.slice(PARTIALS.length, -SUFFIX.length), text]),
    ),
    read: all.map(({ full }) => full),
  };
}

/** By placeholder: the views of the parts, and what stands in the path for each. */
export type Parts = Readonly<
  Record<string, readonly { readonly path: string; readonly view: object }[]>
>;

/** Prints every file of the set. A template that names a field the view lacks is a bug: it throws. */
export function printTemplates(
  set: TemplateSet,
  view: object,
  parts: Parts,
): readonly GeneratedFile[] {
  const handlebars = Handlebars.create();
  for (const [name, text] of Object.entries(set.partials)) handlebars.registerPartial(name, text);
  const options = {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    explicitPartialContext: true,
  };
  return set.files.flatMap(({ path, isTemplate, text }): readonly GeneratedFile[] => {
    // What is copied is copied as it is; only what was printed is formatted later.
    if (!isTemplate) return [{ path, content: Buffer.from(text) }];
    const print = handlebars.compile(text, options);
    const [placeholder, kind] = /\{\{(\w+)\}\}/.exec(path) ?? [];
    if (placeholder === undefined || kind === undefined) return [{ path, content: print(view) }];
    const made = parts[kind];
    invariant(made !== undefined, `the template ${path} is for each ${kind}, which there is not`);
    return made.map((part) => ({
      path: path.replace(placeholder, part.path),
      content: print(part.view),
    }));
  });
}
