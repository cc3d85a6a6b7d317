/**
 * Checks all templates before any is printed: each file in the context that its name says, each
 * partial in every context that it is used in.
 */
import { type Diagnostic, diagnose, type Outcome } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { startOf } from "../../diagnostics/source-text.js";
import { checkProgram, type TemplateChecking } from "./check-template.js";
import type { ContextDescription } from "./context-description.js";
import { type ContextType, objectType, typeKey, UNKNOWN } from "./context-types.js";
import { hookNames } from "./hooks.js";
import { parseTemplate } from "./parse.js";
import { outermost } from "./scope.js";
import { shownPath, type TemplateSet } from "./template-set.js";
import type { TemplateSource } from "./template-source.js";

/** The syntax tree of each template. */
export type ParsedTemplates = ReadonlyMap<TemplateSource, hbs.AST.Program>;

/** Every template of a set as a syntax tree. */
export function parseTemplates({ files, partials }: TemplateSet): Outcome<ParsedTemplates> {
  const parsed = new Map<TemplateSource, hbs.AST.Program>();
  const diagnostics: Diagnostic[] = [];
  for (const source of [...files.values(), ...partials.values()]) {
    if (source.template === undefined) continue;
    const outcome = parseTemplate(source.template);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value !== undefined) parsed.set(source, outcome.value);
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: parsed, diagnostics };
}

/** @param helpers the names of those that plugins add */
export function checkTemplates(
  set: TemplateSet,
  parsed: ParsedTemplates,
  description: ContextDescription,
  helpers: ReadonlySet<string>,
): readonly Diagnostic[] {
  const diagnostics = new Map<string, Diagnostic>();
  // A partial has the same mistake wherever it is used.
  const report = (each: Diagnostic) =>
    diagnostics.set(
      `${each.code} ${each.span?.source.path} ${each.span?.start} ${each.message}`,
      each,
    );
  const uses = new Map<string, Use>();
  const hooks = hookNames(set);
  const checkAs = (source: TemplateSource, context: ContextType, root: ContextType) => {
    if (source.template === undefined) return;
    const use = (name: string, type: ContextType) => {
      const key = `${name} ${typeKey(type)} ${typeKey(root)}`;
      if (!uses.has(key)) uses.set(key, { name, context: type, root });
    };
    const checking: TemplateChecking = {
      description,
      helpers,
      report,
      partials: set.partials,
      use,
    };
    const scope = outermost(source.template, context, root, hooks);
    checkProgram(parsed.get(source), scope, checking);
  };
  for (const [path, source] of set.files) {
    const { root, diagnostics: found } = rootOf(path, source, description);
    for (const each of found) report(each);
    checkAs(source, root, root);
  }
  // A map is walked on to what is added while it is walked.
  for (const { name, context, root } of uses.values()) {
    const source = set.partials.get(name);
    if (source !== undefined) checkAs(source, context, root);
  }
  const used = new Set([...uses.values()].map((each) => each.name));
  return [...diagnostics.values(), ...unused(set, used)];
}

interface Use {
  readonly name: string;
  readonly context: ContextType;
  readonly root: ContextType;
}

/** The placeholders in the path of a file. */
export function placeholdersIn(path: string): readonly string[] {
  return [...path.matchAll(/\{\{(.*?)\}\}/g)].map((match) => match[1] ?? "");
}

/** What a file prints. */
function rootOf(
  path: string,
  source: TemplateSource,
  { roots }: ContextDescription,
): { readonly root: ContextType; readonly diagnostics: readonly Diagnostic[] } {
  const placeholders = placeholdersIn(path);
  const known = Object.keys(roots);
  const [kind = "module"] = placeholders;
  const wrong = placeholders.length > 1 ? placeholders.join("}}, {{") : kind;
  const type = placeholders.length > 1 ? undefined : roots[kind];
  if (type !== undefined) return { root: objectType(type), diagnostics: [] };
  const given = {
    path: shownPath(source),
    placeholder: wrong,
    near: didYouMean(kind, known),
    known: known.join(", "),
  };
  return { root: UNKNOWN, diagnostics: [diagnose("GB0411", given)] };
}

/** Partials of the user's that no template uses: most likely a slip in the name. */
function unused({ partials }: TemplateSet, used: ReadonlySet<string>): readonly Diagnostic[] {
  return [...partials].flatMap(([name, source]) => {
    if (source.isBuiltIn || used.has(name) || source.template === undefined) return [];
    const others = [...partials.keys()].filter((each) => each !== name);
    const given = { name, near: didYouMean(name, others) };
    return [diagnose("GB0408", given, { span: startOf(source.template) })];
  });
}
