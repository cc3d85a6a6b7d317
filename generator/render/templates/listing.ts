/** What there is of templates, and where each is from. */
import { filledHooks, HOOKS } from "./hooks.js";
import { shownPath, type TemplateSet, templateName } from "./template-set.js";
import type { TemplateSource } from "./template-source.js";

export interface TemplateEntry {
  /** "class", "hooks/before_call", "src/module.cpp". */
  readonly name: string;
  /** The file that is in use. */
  readonly path: string;
  readonly isBuiltIn: boolean;
  readonly isEmptyHook: boolean;
  /** What it is in the place of, the uppermost first. */
  readonly replaced: readonly { readonly path: string; readonly isBuiltIn: boolean }[];
}

/** First the files of the output, then the partials, each in the order of their names. */
export function templateEntries(set: TemplateSet): readonly TemplateEntry[] {
  const filled = filledHooks(set);
  const entry = (source: TemplateSource): TemplateEntry => {
    const name = templateName(source);
    const hook = name.startsWith(HOOKS) ? name.slice(HOOKS.length) : undefined;
    return {
      name,
      path: shownPath(source),
      isBuiltIn: source.isBuiltIn,
      isEmptyHook: hook !== undefined && filled[hook] === false,
      replaced: beneath(set.replaced, source).map((each) => ({
        path: shownPath(each),
        isBuiltIn: each.isBuiltIn,
      })),
    };
  };
  return [set.files, set.partials].flatMap((all) =>
    [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => entry(source)),
  );
}

function beneath(
  replaced: TemplateSet["replaced"],
  source: TemplateSource,
): readonly TemplateSource[] {
  const other = replaced.get(source);
  return other === undefined ? [] : [other, ...beneath(replaced, other)];
}
