/** The specs that a spec imports, each of them checked as one of its own. */
import * as fileSystem from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { type Diagnostic, diagnose, hasErrors, type Outcome } from "./diagnostics/diagnostic.js";
import { didYouMean, slipOf } from "./diagnostics/nearest.js";
import { inOrder } from "./diagnostics/outcome.js";
import type { Span } from "./diagnostics/source-text.js";
import type { ImportedSpec } from "./model/imported.js";
import { type Import, runPasses, seenFromOutside } from "./passes/index.js";
import { loadDocument } from "./spec/load.js";
import { readSource } from "./spec/read-source.js";
import { isTable, type LocatedSpec, validateImported } from "./spec/validate.js";

/** A file that was imported. */
export interface ImportedFile {
  /** As it is reached from the first spec. */
  readonly path: string;
  readonly located: LocatedSpec;
  readonly spec: ImportedSpec;
}

/** What a spec imports. */
export interface Imports {
  readonly direct: readonly Import[];
  /** All files, those of the imported specs' own imports too; what is needed first comes first. */
  readonly files: readonly ImportedFile[];
}

interface Target {
  readonly text: string;
  /** What Python imports it as, where the import says it. */
  readonly module: string | undefined;
  readonly span: Span;
  readonly moduleSpan: Span;
}

type Found = Outcome<{ readonly files: readonly ImportedFile[] }>;

/** @param look told the path of each spec that is looked for, whether or not it is there */
export function importsOf(
  located: LocatedSpec,
  path: string,
  look: (path: string) => void,
): Outcome<Imports> {
  const known = new Map<string, { readonly module: string | undefined; readonly found: Found }>();
  return importAll(located, path, [path]);

  /** `open`: the specs on the way here, each of which imports the next. */
  function importAll(
    importing: LocatedSpec,
    from: string,
    open: readonly string[],
  ): Outcome<Imports> {
    const diagnostics: Diagnostic[] = [];
    const direct: Import[] = [];
    const files = new Set<ImportedFile>();
    const seen = new Set<string>();
    for (const target of targetsOf(importing)) {
      const { text, span } = target;
      const reached = join(dirname(from), text);
      const isSecond = seen.has(resolve(reached));
      seen.add(resolve(reached));
      const found = isSecond
        ? refused(diagnose("GB2101", { path: text }, { span }))
        : importOne(target, reached, open);
      diagnostics.push(...found.diagnostics);
      if (found.value === undefined) continue;
      for (const each of found.value.files) files.add(each);
      direct.push({ path: text, all: found.value.files.map(({ spec }) => spec), span });
    }
    if (hasErrors(diagnostics)) return { diagnostics };
    return { value: { direct, files: [...files] }, diagnostics };
  }

  function importOne(target: Target, path: string, open: readonly string[]): Found {
    const { text, span, module } = target;
    if (isAbsolute(text)) return refused(diagnose("GB0152", { path: text }, { span }));
    const start = open.findIndex((each) => resolve(each) === resolve(path));
    if (start >= 0) {
      const way = open.slice(start).map((each) => `"${basename(each)}"`);
      return refused(diagnose("GB2100", { path: text, way: way.join(" and ") }, { span }));
    }
    const before = known.get(resolve(path));
    if (before !== undefined) {
      if (before.module === module) return { ...before.found, diagnostics: [] };
      const why = `"${text}" is imported under another name elsewhere`;
      const name = module ?? basename(path);
      return refused(diagnose("GB2105", { name, why }, { span }));
    }
    look(path);
    const found = isFile(path) ? readImported(target, path, open) : refused(missing(target, path));
    known.set(resolve(path), { module, found });
    return found;
  }

  function readImported(target: Target, path: string, open: readonly string[]): Found {
    return inOrder(readSource(path), (source) =>
      inOrder(loadDocument(source), (document) =>
        inOrder(validateImported(document), (inner) => {
          const name = isTable(document) ? undefined : (target.module ?? inner.spec.module.name);
          const wrong = checkName(target, name);
          if (wrong !== undefined) return refused(wrong);
          return inOrder(importAll(inner, path, [...open, path]), ({ direct, files }) => {
            const { value, diagnostics } = runPasses(inner, undefined, direct);
            // What is to be said of a module is said when it is generated.
            const told = diagnostics.filter(
              ({ severity }) => severity === "error" || name === undefined,
            );
            if (value === undefined || hasErrors(told)) return { diagnostics: told };
            const spec = seenFromOutside(value, name);
            return {
              value: { files: [...files, { path, located: inner, spec }] },
              diagnostics: told,
            };
          });
        }),
      ),
    );
  }
}

function targetsOf({ spec, at }: LocatedSpec): readonly Target[] {
  return (spec.imports ?? []).map((each, index) => {
    const isText = typeof each === "string";
    return {
      text: isText ? each : each.spec,
      module: isText ? undefined : each.module,
      span: isText ? at("imports", index) : at("imports", index, "spec"),
      moduleSpan: at("imports", index, "module"),
    };
  });
}

/** A table of types is no module; all others are imported by a name that Python can write. */
function checkName({ module, moduleSpan }: Target, name: string | undefined) {
  const span = moduleSpan;
  if (module === undefined) return undefined;
  if (name === undefined) {
    const why = "the imported spec is a table of types, which Python does not import";
    return diagnose("GB2105", { name: module, why }, { span });
  }
  const isName = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(name);
  const why = "Python imports names, with dots between those of packages";
  return isName ? undefined : diagnose("GB2105", { name, why }, { span });
}

function isFile(path: string): boolean {
  return fileSystem.statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function missing({ text, span }: Target, path: string): Diagnostic {
  const [name, names] = [basename(path), namesIn(dirname(path))];
  const given = { path: text, near: didYouMean(name, names) };
  return diagnose("GB0157", given, { span, slip: slipOf(name, names) });
}

function namesIn(folder: string): readonly string[] {
  try {
    return fileSystem.readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function refused(diagnostic: Diagnostic): Outcome<never> {
  return { diagnostics: [diagnostic] };
}
