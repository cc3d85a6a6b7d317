/** From folders of templates to templates that can be printed: read, parsed, and checked. */
import { hasErrors, type Outcome } from "../../diagnostics/diagnostic.js";
import { checkTemplates, parseTemplates } from "./check-templates.js";
import { readContextDescription } from "./context-description.js";
import { checkEjected } from "./ejected.js";
import type { Helpers, Templates } from "./print-templates.js";
import { readTemplates } from "./template-set.js";

export { ejectedTemplates, ejectedText, isOriginalUnchanged } from "./ejected.js";
export { type TemplateEntry, templateEntries } from "./listing.js";
export { printTemplates, type Templates } from "./print-templates.js";
export { readTemplates, type TemplateSet, templateName } from "./template-set.js";

/**
 * @param builtIn the folder of this program's own templates, which a test has checked
 * @param overlays folders of the user's; a later one replaces what is in an earlier one
 */
export function loadTemplates(
  builtIn: string,
  overlays: readonly string[],
  helpers: Helpers,
): Outcome<Templates> {
  const set = readTemplates(builtIn, overlays);
  if (set.value === undefined) return { diagnostics: set.diagnostics };
  // This program's own are parsed when they are first printed, which few of the partials are.
  if (overlays.length === 0 && helpers.size === 0) {
    return { value: { set: set.value, parsed: new Map(), helpers }, diagnostics: [] };
  }
  const parsed = parseTemplates(set.value);
  if (parsed.value === undefined) return { diagnostics: parsed.diagnostics };
  const names = new Set(helpers.keys());
  const diagnostics = [
    ...checkTemplates(set.value, parsed.value, readContextDescription(), names),
    ...checkEjected(set.value),
  ];
  if (hasErrors(diagnostics)) return { diagnostics };
  return { value: { set: set.value, parsed: parsed.value, helpers }, diagnostics };
}
