/** What a module declares beside classes and callables: enumerations, exceptions, constants, converters. */
import type { Span } from "../diagnostics/source-text.js";
import type { ResolvedType } from "./type.js";

/** Boost.Python's own class derived from int, or a class of Python's module enum. */
export type EnumerationKind = "boost" | "IntEnum" | "Enum" | "IntFlag";

export interface Enumerator {
  readonly name: string;
  readonly cpp: string;
  readonly logicalPath: string;
}

export interface Enumeration {
  readonly name: string;
  readonly kind: EnumerationKind;
  readonly pythonPath: string;
  readonly identifier: string;
  readonly scope: string;
  readonly cpp: string;
  readonly doc?: string;
  readonly values: readonly Enumerator[];
  readonly export: boolean;
  readonly logicalPath: string;
  readonly span: Span;
}

/** A built-in exception of Python, or one of this module by its Python path. */
export interface ExceptionReference {
  readonly name: string;
  readonly builtin: boolean;
}

/** What becomes of a C++ exception in Python. */
export type Arrival =
  /** A Python class of its own. */
  | {
      readonly form: "class";
      readonly name: string;
      readonly pythonPath: string;
      readonly base: ExceptionReference;
      readonly doc?: string;
    }
  /** A class that is there already. */
  | { readonly form: "existing"; readonly raised: ExceptionReference }
  /** What a C++ function of the user's makes of it, which is called by this expression. */
  | { readonly form: "translator"; readonly call: string };

/** What a Python exception is told by the C++ one. */
export interface ExceptionAttribute {
  readonly name: string;
  /** What std::invoke is given, before the exception. */
  readonly getter: string;
  readonly type?: ResolvedType;
  readonly doc?: string;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface ExceptionModel {
  readonly cpp: string;
  readonly arrival: Arrival;
  readonly attributes: readonly ExceptionAttribute[];
  /** The Python path of the submodule it is in, "" in the module. */
  readonly scope: string;
  readonly identifier: string;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface Constant {
  readonly name: string;
  readonly scope: string;
  readonly cpp: string;
  /** Where the spec says it. */
  readonly type?: ResolvedType;
  readonly doc?: string;
  readonly logicalPath: string;
  readonly span: Span;
}

/** A header of the user's. */
export interface Header {
  /** As written: `mine.hpp` or `<re2/re2.h>`. */
  readonly name: string;
  readonly logicalPath: string;
  readonly span: Span;
}

/** A type of which Python only hands pointers on. */
export interface OpaqueType {
  readonly cpp: string;
  readonly logicalPath: string;
  readonly span: Span;
}

/** Registers a converter between C++ and Python. */
export interface ConverterRegistration {
  /** The C++ statement, without its semicolon. */
  readonly statement: string;
  /** Headers of Boost.Python that it needs: "implicit" is <boost/python/implicit.hpp>. */
  readonly headers: readonly string[];
  readonly logicalPath: string;
  readonly span: Span;
}

/** C++ of the user's own, which stands in the emitted code as it is. */
export interface VerbatimCode {
  readonly at: "namespace" | "module" | "class";
  /** The Python path of the class or submodule that it belongs to, "" for the module. */
  readonly scope: string;
  readonly text: string;
  /** Python, for the stub. */
  readonly stub?: { readonly text: string; readonly span: Span };
  readonly logicalPath: string;
  readonly span: Span;
}

/** One that C++ makes of a value, where Python gives what it can be made of. */
export interface Conversion extends ConverterRegistration {
  readonly from: ResolvedType;
  readonly to: ResolvedType;
}

/** A Python module inside the module. */
export interface Submodule {
  readonly name: string;
  /** As Python reaches it from the module: "io", "io.text". */
  readonly pythonPath: string;
  /** The Python path of the submodule around it, "" in the module. */
  readonly scope: string;
  readonly doc?: string;
  readonly logicalPath: string;
  readonly span: Span;
}
