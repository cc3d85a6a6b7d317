/**
 * The templates: a tree that mirrors the output. `src/module.cpp.hbs` becomes `src/module.cpp`; a
 * file without `.hbs` is copied; `partials/` holds the blocks, each named by its file. Of several folders with
 * a file for the same path, the last one's is taken.
 */
import { join } from "node:path";
import { type Diagnostic, diagnose, type Outcome } from "../../diagnostics/diagnostic.js";
import { checkContextVersion, OVERLAY_FILE } from "./overlay-file.js";
import { readTemplateFolder, TEMPLATE_SUFFIX, type TemplateSource } from "./template-source.js";

const PARTIALS = "partials/";

export interface TemplateSet {
  /** By the path in the output, in which a placeholder may stand. */
  readonly files: ReadonlyMap<string, TemplateSource>;
  /** By name: "class", "hooks/before_call". */
  readonly partials: ReadonlyMap<string, TemplateSource>;
  /** What was replaced, by the path of it and of what replaces it: the first is this program's own. */
  readonly replaced: ReadonlyMap<TemplateSource, TemplateSource>;
  /** This program's own templates, replaced or not. */
  readonly own: readonly TemplateSource[];
  /** The path of every file that was read. */
  readonly read: readonly string[];
}

/**
 * @param builtIn the folder of this program's own templates
 * @param overlays folders of the user's; a later one replaces what is in an earlier one
 */
export function readTemplates(
  builtIn: string,
  overlays: readonly string[] = [],
): Outcome<TemplateSet> {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, TemplateSource>();
  const partials = new Map<string, TemplateSource>();
  const replaced = new Map<TemplateSource, TemplateSource>();
  const all: TemplateSource[] = [];
  for (const folder of [builtIn, ...overlays]) {
    const { value = [], diagnostics: found } = readTemplateFolder(folder, folder === builtIn);
    diagnostics.push(...found);
    for (const source of value) {
      all.push(source);
      diagnostics.push(...add(source, files, partials, replaced));
    }
  }
  if (diagnostics.length > 0) return { diagnostics };
  const own = all.filter((each) => each.isBuiltIn);
  return { value: { files, partials, replaced, own, read: all.map(shownPath) }, diagnostics };
}

function add(
  source: TemplateSource,
  files: Map<string, TemplateSource>,
  partials: Map<string, TemplateSource>,
  replaced: Map<TemplateSource, TemplateSource>,
): readonly Diagnostic[] {
  if (source.path === OVERLAY_FILE) return checkContextVersion(source);
  const isPartial = source.path.startsWith(PARTIALS);
  const refused = (why: string) => [diagnose("GB0402", { path: shownPath(source), why })];
  if (isPartial && source.template === undefined) {
    return refused(`a partial ends in ${TEMPLATE_SUFFIX}`);
  }
  const name = templateName(source);
  const into = isPartial ? partials : files;
  const other = into.get(name);
  if (other !== undefined) {
    if (other.folder === source.folder) {
      return refused(`"${shownPath(other)}" is for the same file of the output`);
    }
    replaced.set(source, other);
  }
  into.set(name, source);
  return [];
}

/** The name of a partial, or the path of a file in the output. */
export function templateName({ path, template }: TemplateSource): string {
  const bare = template === undefined ? path : path.slice(0, -TEMPLATE_SUFFIX.length);
  return bare.startsWith(PARTIALS) ? bare.slice(PARTIALS.length) : bare;
}

/** The path of a template as the user knows it. */
export function shownPath({ folder, path }: TemplateSource): string {
  return join(folder, path);
}
