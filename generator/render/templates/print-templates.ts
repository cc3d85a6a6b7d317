/** Prints the files of a set of templates. */
import type { HelperDelegate } from "handlebars";
import { type Diagnostic, diagnose, type Outcome } from "../../diagnostics/diagnostic.js";
import { invariant } from "../../diagnostics/invariant.js";
import type { GeneratedFile } from "../../output/generated-file.js";
import { ArrangingFailed } from "../lazy-list.js";
import { type ParsedTemplates, placeholdersIn } from "./check-templates.js";
import { compiledTemplate, compileOptions } from "./compiled-templates.js";
import { eachHelper } from "./each-helper.js";
import { handlebarsRuntime, wholeHandlebars } from "./handlebars.js";
import { filledHooks } from "./hooks.js";
import { OWN_BLOCK_HELPERS } from "./own-helpers.js";
import { spanOf } from "./parse.js";
import { shownPath, type TemplateSet } from "./template-set.js";
import type { TemplateSource } from "./template-source.js";

/** What a plugin adds to Handlebars, by name. */
export type Helpers = ReadonlyMap<string, (...values: readonly unknown[]) => unknown>;

/** Templates that were read and checked; this program's own alone need not be parsed for that. */
export interface Templates {
  readonly set: TemplateSet;
  readonly parsed: ParsedTemplates;
  readonly helpers: Helpers;
}

/** By placeholder: what stands in the path for each part of that kind, and what is printed of it. */
export type Views = Readonly<
  Record<string, () => readonly { readonly path: string; readonly view: object }[]>
>;

type Print = (view: object, options?: object) => string;

/** What was thrown while a template was printed, the innermost of those that use each other. */
class PrintingFailed extends Error {
  constructor(
    readonly template: TemplateSource,
    readonly reason: unknown,
  ) {
    super(`${shownPath(template)}: ${String(reason)}`);
  }
}

/**
 * Prints or copies every file of the set, in the order of the paths of this program's own. A template
 * that prints nothing but blanks makes no file. What fails in the user's templates is a diagnostic; in
 * this program's alone it is a bug, and thrown; so is what fails while a view is arranged.
 */
export function printTemplates(
  templates: Templates,
  views: Views,
): Outcome<readonly GeneratedFile[]> {
  const printer = printerFor(templates);
  const files: GeneratedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [path, source] of templates.set.files) {
    try {
      files.push(...printFile(path, source, views, printer));
    } catch (error) {
      if (error instanceof ArrangingFailed) throw error.reason;
      if (!(error instanceof PrintingFailed)) throw error;
      if (!isCustomised(templates)) throw error.reason;
      diagnostics.push(failure(error));
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: files, diagnostics };
}

function isCustomised({ set, helpers }: Templates): boolean {
  const sources = [...set.files.values(), ...set.partials.values()];
  return helpers.size > 0 || sources.some((each) => !each.isBuiltIn);
}

function printFile(
  path: string,
  source: TemplateSource,
  views: Views,
  printer: (source: TemplateSource) => Print,
): readonly GeneratedFile[] {
  // What is copied is copied as it is; only what was printed is formatted later.
  if (source.template === undefined) return [{ path, content: source.bytes }];
  const [kind] = placeholdersIn(path);
  const parts = views[kind ?? "module"]?.();
  invariant(parts !== undefined, `nothing is printed for each ${kind}`);
  const print = printer(source);
  return parts
    .map((part) => ({ path: path.replace(`{{${kind}}}`, part.path), content: print(part.view) }))
    .filter(({ content }) => content.trim() !== "");
}

function printerFor({ set, parsed, helpers }: Templates): (source: TemplateSource) => Print {
  const options = compileOptions(helpers.keys());
  const compiled = compiledTemplates([...set.files.values(), ...set.partials.values()], options);
  const isWhole = [...compiled.values()].every((each) => each !== undefined);
  const handlebars = (isWhole ? handlebarsRuntime : wholeHandlebars()).create();
  const data = { hooks: filledHooks(set) };
  const printer = (source: TemplateSource): Print => {
    const print = compile(source);
    return (view, given = { data }) => {
      try {
        return print(view, given);
      } catch (error) {
        const isNamed = error instanceof PrintingFailed || error instanceof ArrangingFailed;
        throw isNamed ? error : new PrintingFailed(source, error);
      }
    };
  };
  const compile = (source: TemplateSource) => {
    const specification = compiled.get(source);
    if (specification !== undefined) return handlebars.template(specification);
    const program = parsed.get(source) ?? source.template?.text;
    return handlebars.compile(program, options as CompileOptions);
  };
  handlebars.registerHelper("each", eachHelper(handlebars.helpers.each as HelperDelegate));
  for (const [name, helper] of [...OWN_BLOCK_HELPERS, ...helpers]) {
    handlebars.registerHelper(name, helper);
  }
  for (const [name, source] of set.partials) handlebars.registerPartial(name, printer(source));
  return printer;
}

/** What the build compiled of each template; a file that is copied is none. */
function compiledTemplates(sources: readonly TemplateSource[], options: object) {
  return new Map(
    sources.flatMap((source) =>
      source.template === undefined
        ? []
        : [[source, compiledTemplate(source.template.text, options)] as const],
    ),
  );
}

function failure({ template, reason }: PrintingFailed): Diagnostic {
  const message = reason instanceof Error ? reason.message : String(reason);
  const given = { path: shownPath(template), why: message.split("\n")[0] ?? "" };
  return diagnose("GB0412", given, { span: placeOf(template, reason) });
}

/** Handlebars' own exceptions know their line. */
function placeOf({ template }: TemplateSource, reason: unknown) {
  if (template === undefined || !(reason instanceof handlebarsRuntime.Exception)) return undefined;
  const { lineNumber: line, column } = reason;
  if (typeof line !== "number" || typeof column !== "number") return undefined;
  const start = { line, column };
  return spanOf(template, { source: template.path, start, end: start });
}
