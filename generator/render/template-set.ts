/**
 * The templates: a tree that mirrors the output. `src/module.cpp.hbs` becomes `src/module.cpp`; a
 * file without `.hbs` is copied; `partials/` holds the blocks, each named by its file.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import Handlebars from "handlebars";
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
}

export function readTemplates(folder: string): TemplateSet {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: relative(folder, path).split(sep).join("/"),
      text: readFileSync(path, "utf8"),
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
  };
}

/** Prints every file of the set. A template that names a field the view lacks is a bug: it throws. */
export function printTemplates(set: TemplateSet, view: object): readonly GeneratedFile[] {
  const handlebars = Handlebars.create();
  for (const [name, text] of Object.entries(set.partials)) handlebars.registerPartial(name, text);
  const options = {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    explicitPartialContext: true,
  };
  return set.files.map(({ path, isTemplate, text }) => ({
    path,
    // What is copied is copied as it is; only what was printed is formatted later.
    content: isTemplate ? handlebars.compile(text, options)(view) : Buffer.from(text),
  }));
}
