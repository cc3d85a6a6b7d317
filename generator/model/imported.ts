/** What another spec declares, under the names by which the spec that imports it knows it. */
import type { DeclaredValue } from "./callable.js";
import type { Class } from "./class.js";
import type {
  ConverterRegistration,
  Enumeration,
  ExceptionModel,
  Header,
  OpaqueType,
} from "./declarations.js";
import type { Module } from "./model.js";
import type { Presences } from "./presence.js";
import type { NamedType } from "./type.js";

/**
 * The paths of classes, enumerations and exceptions begin with the module: "base.Shape". They are
 * bound by that module and by no other.
 */
export interface ImportedSpec {
  /** As Python imports it: "base", "pkg.base"; absent for a table of types, which is no module. */
  readonly module?: string;
  /** Its submodules, as Python imports them: "base.io". */
  readonly submodules: readonly string[];
  readonly types: readonly NamedType[];
  readonly classes: readonly Class[];
  readonly enumerations: readonly Enumeration[];
  readonly exceptions: readonly ExceptionModel[];
  readonly headers: readonly Header[];
  readonly link: readonly string[];
  /** The values of its error policies, which every module emits that names them. */
  readonly declaredValues: readonly DeclaredValue[];
  readonly opaqueTypes: readonly OpaqueType[];
  /** What it registers; of a table of types, what the modules have to that import it. */
  readonly converters: readonly ConverterRegistration[];
  /** What its entries ask of macros. */
  readonly presences: Presences;
}

/** Every class that a module knows: those of other modules, then its own; bases before derived. */
export function knownClasses({
  imports,
  classes,
}: Pick<Module, "imports" | "classes">): readonly Class[] {
  return [...imports.flatMap((each) => each.classes), ...classes];
}

/** Every exception that a module knows, its own first. */
export function knownExceptions({
  imports,
  exceptions,
}: Pick<Module, "imports" | "exceptions">): readonly ExceptionModel[] {
  return [...exceptions, ...imports.flatMap((each) => each.exceptions)];
}

/** Every enumeration that a module knows. */
export function knownEnumerations({
  imports,
  enumerations,
}: Pick<Module, "imports" | "enumerations">): readonly Enumeration[] {
  return [...imports.flatMap((each) => each.enumerations), ...enumerations];
}

/** How stubs name a class, enumeration or exception: one of another module has no dot in front. */
export function stubName({ imports }: Pick<Module, "imports">, pythonPath: string): string {
  const isForeign = imports.some(
    ({ module }) => module !== undefined && pythonPath.startsWith(`${module}.`),
  );
  return isForeign ? pythonPath : `.${pythonPath}`;
}
