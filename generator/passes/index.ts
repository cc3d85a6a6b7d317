/**
 * From a valid spec to the model: the passes in their order. The first lowers the spec; the rest
 * put it in order and check it. All report; none stops the others, so that the user sees every
 * mistake at once.
 */
import { type Diagnostic, hasErrors, type Outcome } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { Dispatch } from "../model/callable.js";
import type { ImportedSpec } from "../model/imported.js";
import type { Module } from "../model/model.js";
import type { Requirement } from "../model/presence.js";
import type { ResolvedType } from "../model/type.js";
import type { LocatedSpec } from "../spec/validate.js";
import { checkDuplicates } from "./check-duplicates.js";
import { checkEmpty } from "./check-empty.js";
import { checkGil } from "./check-gil.js";
import { checkImports, checkUses } from "./check-imports.js";
import { checkNumpy } from "./check-numpy.js";
import { checkOverloads } from "./check-overloads.js";
import { checkPresence } from "./check-presence.js";
import { checkTypes } from "./check-types.js";
import { checkUnused } from "./check-unused.js";
import { chooseDispatch } from "./choose-dispatch.js";
import { resolveClassDestructors } from "./class-destructors.js";
import { resolveClassLocks } from "./class-locks.js";
import { checkFreeThreading } from "./gil/check-free-threading.js";
import { uniqueIdentifiers } from "./identifiers.js";
import { withImportedValues } from "./imported-values.js";
import { inheritOverrides } from "./inherit-overrides.js";
import { checkLimits } from "./lower-limits.js";
import { lowerModule } from "./lower-module.js";
import { orderByBase } from "./order-by-base.js";
import { typeSuggestions } from "./suggest-type.js";
import { buildTypeTable } from "./type-table.js";

export { seenFromOutside } from "./seen-from-outside.js";

/** An import of a spec: what it makes known, and where it is written. */
export interface Import {
  /** As it is written. */
  readonly path: string;
  /** The imported spec, after all that it imports itself. */
  readonly all: readonly ImportedSpec[];
  readonly span: Span;
}

/** @param dispatch that of a spec which says nothing */
export function runPasses(
  located: LocatedSpec,
  dispatch: Dispatch = "fast",
  imported: readonly Import[] = [],
): Outcome<Module> {
  const diagnostics: Diagnostic[] = [];
  // What a getter and its setter have in common is told once.
  const report = (diagnostic: Diagnostic): void => {
    if (!diagnostics.some((each) => isSame(each, diagnostic))) diagnostics.push(diagnostic);
  };
  const imports = [...new Set(imported.flatMap((each) => each.all))];
  const foreign = imports.flatMap((each) => each.classes);
  const types = buildTypeTable(located.spec, imports);
  const identifiers = {
    callable: uniqueIdentifiers(),
    // The emitted code has variables of its own beside those of the classes.
    type: uniqueIdentifiers([
      ...["module", "docstrings", "enumeration", "value"],
      ...imports.flatMap((each) => [...each.classes, ...each.exceptions]).map(identifierOf),
    ]),
  };
  const context = {
    located,
    dispatch,
    types,
    classLocks: resolveClassLocks(located, types, report, foreign),
    destructors: resolveClassDestructors(located, types, report, foreign),
    identifiers,
    // TypeScript's word for a type that the spec leaves open.
    suggestType: typeSuggestions(types, /\.ts$/i.test(located.at().source.path) ? ["unknown"] : []),
    resolvedTypes: new Map<string, ResolvedType>(),
    usedTypes: new Set<string>(),
    runtimeConverters: new Set<string>(),
    usedImports: new Set<ImportedSpec>(),
    presences: new Map<string, readonly Requirement[]>(),
    report,
  };
  const module = withImportedValues(
    chooseDispatch(
      inheritOverrides(orderDeclarations(lowerModule(context, imports), report), report),
    ),
  );
  diagnostics.push(
    ...checkImports(module, imported),
    ...checkDuplicates(module),
    ...checkEmpty(module, diagnostics),
    ...checkTypes(module),
    ...checkLimits(module),
    ...checkNumpy(module),
    ...checkOverloads(module),
    ...checkPresence(module),
    ...checkFreeThreading(located),
    ...checkGil(module),
  );
  // What is not understood may be a name of any of them.
  if (!hasErrors(diagnostics)) {
    const { usedImports } = context;
    diagnostics.push(...checkUnused(module, context), ...checkUses(module, imported, usedImports));
  }
  return { value: module, diagnostics };
}

function isSame(first: Diagnostic, second: Diagnostic): boolean {
  const [one, other] = [first.span, second.span];
  if (first.code !== second.code || one === undefined || other === undefined) return false;
  return one.source === other.source && one.start === other.start && one.end === other.end;
}

/** Base classes and enclosing classes first; base exceptions last, as the first that fits is taken. */
function orderDeclarations(module: Module, report: (diagnostic: Diagnostic) => void): Module {
  const classes = orderByBase(
    module.classes,
    (each) => each.pythonPath,
    (each) => (each.scope === "" ? each.bases : [each.scope, ...each.bases]),
    "the class",
  );
  const exceptions = orderByBase(
    module.exceptions.toReversed(),
    ({ arrival, logicalPath }) => (arrival.form === "class" ? arrival.pythonPath : logicalPath),
    ({ arrival }) => (arrival.form === "class" && !arrival.base.builtin ? [arrival.base.name] : []),
    "the exception",
  );
  for (const each of [...classes.diagnostics, ...exceptions.diagnostics]) report(each);
  return { ...module, classes: classes.ordered, exceptions: exceptions.ordered.toReversed() };
}

function identifierOf({ identifier }: { readonly identifier: string }): string {
  return identifier;
}
