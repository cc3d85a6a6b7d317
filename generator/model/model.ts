/**
 * The module as it will be bound: plain, resolved data. Passes make it, views read it.
 * Everything here has a place in the user's file, for diagnostics and for `explain`.
 */
import type { Span } from "../diagnostics/source-text.js";
import type { BoostDefinition } from "./boost-definition.js";
import type { Callable, DeclaredValue, DocstringOptions } from "./callable.js";
import type { Class } from "./class.js";
import type {
  Constant,
  Conversion,
  ConverterRegistration,
  Enumeration,
  ExceptionModel,
  Header,
  OpaqueType,
  Submodule,
  VerbatimCode,
} from "./declarations.js";
import type { ImportedSpec } from "./imported.js";
import type { Presences } from "./presence.js";
import type { CallbackFacts, NamedType } from "./type.js";

export interface Module {
  readonly name: string;
  readonly doc?: string;
  /** Of all that says nothing else. */
  readonly docstrings: DocstringOptions;
  readonly headers: readonly Header[];
  readonly link: readonly string[];
  /** The other specs that it imports, and those that they import: what is needed comes first. */
  readonly imports: readonly ImportedSpec[];
  /** The entries of `types`, by their names. */
  readonly types: readonly NamedType[];
  readonly usesNumpy: boolean;
  /** What Boost.Python is compiled for, where it is not its own choice. */
  readonly limits: { readonly arity?: number; readonly bases?: number };
  /** The distinct kinds of callbacks. */
  readonly callbacks: readonly CallbackFacts[];
  readonly declaredValues: readonly DeclaredValue[];
  /** C++ statements that register the converters of the runtime headers, parts before wholes. */
  readonly runtimeConverters: readonly string[];
  /** Of the types that are no class: registered before anything else. */
  readonly converters: readonly ConverterRegistration[];
  /** Conversions that C++ knows, between types that are registered. */
  readonly conversions: readonly Conversion[];
  readonly opaqueTypes: readonly OpaqueType[];
  /** Outer before inner. */
  readonly submodules: readonly Submodule[];
  /** In the order in which they are tried: as written, but what is derived in Python before its base. */
  readonly exceptions: readonly ExceptionModel[];
  /** Bases before derived, enclosing before inner. */
  readonly classes: readonly Class[];
  readonly enumerations: readonly Enumeration[];
  readonly constants: readonly Constant[];
  readonly functions: readonly Callable[];
  readonly definitions: readonly BoostDefinition[];
  /** Of the module, its submodules and its classes, in this order. */
  readonly code: readonly VerbatimCode[];
  /** What its entries, and those of imported specs, ask of macros. */
  readonly presences: Presences;
  readonly span: Span;
}

/** What Boost.Python makes by itself in a module and its classes, in the order of the model. */
export function definitionsOf(module: Module): readonly BoostDefinition[] {
  return [...module.definitions, ...module.classes.flatMap((each) => each.definitions)];
}

/** Every callable of a module, in the order of the model. */
export function callablesOf(module: Pick<Module, "functions" | "classes">): readonly Callable[] {
  return [
    ...module.functions,
    ...module.classes.flatMap((each) => [
      ...each.constructors,
      ...each.methods,
      ...each.properties.flatMap((one) => (one.set ? [one.get, one.set] : [one.get])),
    ]),
  ];
}
