/** What imported specs and the module have in common, and imports that nothing needs. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { ImportedSpec } from "../model/imported.js";
import type { Module } from "../model/model.js";
import type { Import } from "./index.js";
import { ownerOf } from "./lower-types.js";

/** What two of them, or one and the module, both declare. */
export function checkImports(module: Module, imports: readonly Import[]): readonly Diagnostic[] {
  return [
    ...checkModuleNames(module, imports),
    ...checkTypeNames(imports),
    ...checkBoundTwice(module),
  ];
}

/** One Python module for each name, and none that is the module itself. */
function checkModuleNames({ name: own }: Module, imports: readonly Import[]): Diagnostic[] {
  const owners = new Map<string, ImportedSpec>();
  return imports.flatMap(({ all, span }) =>
    all.flatMap((each) => {
      const { module: name } = each;
      if (name === undefined) return [];
      const refuse = (why: string) => [diagnose("GB2105", { name, why }, { span })];
      if (name === own) return refuse("it is the name of this module");
      const first = owners.get(name) ?? each;
      owners.set(name, first);
      return first === each ? [] : refuse("another imported spec has that name");
    }),
  );
}

/** An entry of `types` has its name alone, whichever spec it is of. */
function checkTypeNames(imports: readonly Import[]): Diagnostic[] {
  const owners = new Map<string, ImportedSpec>();
  const told = new Set<ImportedSpec>();
  return imports.flatMap(({ all, span }) =>
    all.flatMap((each) => {
      if (told.has(each)) return [];
      told.add(each);
      return each.types.flatMap(({ name, span: second }) => {
        const owner = owners.get(name);
        if (owner === undefined) {
          owners.set(name, each);
          return [];
        }
        const first = owner.types.find((one) => one.name === name);
        const related = [first?.span, second].flatMap((place) =>
          place === undefined ? [] : [{ message: "declared here", span: place }],
        );
        const given = { name, what: "the type", owner: ownerOf(owner) };
        return [diagnose("GB2103", given, { span, related })];
      });
    }),
  );
}

/** A C++ type has one class in Python, and a C++ exception one translator. */
function checkBoundTwice(module: Module): Diagnostic[] {
  return [
    ...twice(module, "the class", (each) => each.classes),
    ...twice(module, "the enumeration", (each) => each.enumerations),
    ...twice(module, "the exception", (each) => each.exceptions),
  ];
}

interface Bound {
  readonly cpp: string;
  readonly span: Span;
}

function twice(
  module: Module,
  what: string,
  boundBy: (
    each: Pick<ImportedSpec, "classes" | "enumerations" | "exceptions">,
  ) => readonly Bound[],
): Diagnostic[] {
  const first = new Map(
    module.imports.flatMap((owner) => boundBy(owner).map((each) => [each.cpp, { owner, each }])),
  );
  return boundBy(module).flatMap(({ cpp, span }) => {
    const found = first.get(cpp);
    if (found === undefined) return [];
    const given = { name: cpp.replace(/^::/, ""), what, owner: ownerOf(found.owner) };
    const related = [{ message: "bound here", span: found.each.span }];
    return [diagnose("GB2103", given, { span, related })];
  });
}

/**
 * An import of which nothing is named does something all the same where the other module has
 * translators or converters, which work for every module, or where code of the user's may need it.
 *
 * @param used the specs of which something was named
 */
export function checkUses(
  { code }: Module,
  imports: readonly Import[],
  used: ReadonlySet<ImportedSpec>,
): Diagnostic[] {
  const works = ({ module, exceptions, types }: ImportedSpec) =>
    module !== undefined &&
    (exceptions.length > 0 || types.some(({ type }) => type.kind !== "callback"));
  return imports
    .filter(({ all }) => !all.some((each) => used.has(each) || works(each)))
    .filter(({ all }) => code.length === 0 || all.at(-1)?.module === undefined)
    .map(({ path, span }) => diagnose("GB2102", { path }, { span }));
}
