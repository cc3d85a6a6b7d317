/**
 * What Boost.Python makes by itself: no call body of ours stands between Python and the C++. It
 * always runs attached, and takes no lock.
 */
import type { Span } from "../diagnostics/source-text.js";
import type { Callable, DocstringOptions, Example, Parameter } from "./callable.js";
import type { ResolvedType } from "./type.js";

/** A parameter behind self, as a stub shows it. */
export interface StubParameter {
  /** "index"; "*arguments" and "**keywords" for whatever is given. */
  readonly name: string;
  readonly annotation: string;
  /** It has no name for callers. */
  readonly isPositional: boolean;
  /** The C++ type of the value that is taken, which other values may be converted to. */
  readonly value?: string;
  /** What is taken where none is given: a C++ expression and its type, or what C++ alone knows. */
  readonly default?: { readonly cpp: string; readonly type: ResolvedType } | "unknown";
}

/** A name that a definition brings into the class or module. Annotations are those of `Annotation`. */
export interface StubMember {
  readonly name: string;
  /** Absent of an attribute. */
  readonly parameters?: readonly StubParameter[];
  /** Of an attribute: Python can't set it. */
  readonly isReadonly?: boolean;
  /** The annotation of the result, or of the attribute. */
  readonly returns: string;
}

export interface BoostDefinition {
  /** How Boost.Python takes it: `def(name, …)`, `def(visitor)`, `add_property(name, …)`, `def(init<…>())`. */
  readonly form: "def" | "visitor" | "property" | "static property" | "init";
  /** The name in Python; of a visitor what it is: "pickling". */
  readonly name: string;
  /** As Python reaches it from the module: "Numbers.__iter__". */
  readonly pythonPath: string;
  /** Unlike any other in the module, for the names of tests: "Numbers___iter__". */
  readonly identifier: string;
  /** C++: the arguments behind the name, without the docstring; of an init its class. */
  readonly expression: string;
  /** Of an init: the names in its signature, and its call policies' class. */
  readonly names?: Pick<Callable, "selfName" | "parameters">;
  readonly policies?: string;
  /** Headers of Boost.Python that it needs: "iterator" is <boost/python/iterator.hpp>. */
  readonly headers: readonly string[];
  readonly doc?: string;
  /** Those of the module if absent. */
  readonly docstrings?: DocstringOptions;
  readonly stub: readonly StubMember[];
  /** It takes whatever Python passes, so that no overload behind it is called. */
  readonly takesAnything?: boolean;
  readonly examples: readonly Example[];
  readonly logicalPath: string;
  readonly span: Span;
}

/** The Python path of what a definition is in: "Numbers" of "Numbers.__iter__", "" in the module. */
export function enclosingPath(pythonPath: string): string {
  return pythonPath.slice(0, Math.max(pythonPath.lastIndexOf("."), 0));
}

/** Parameters of the spec as a stub shows them; those behind the first `least` may be left out. */
export function stubParameters(
  parameters: readonly Parameter[],
  least = parameters.length,
): readonly StubParameter[] {
  return parameters.map(({ name, type, isPositional, default: cpp }, index) => ({
    name,
    annotation: type.annotation.argument,
    isPositional,
    ...(isConvertible(type) && { value: type.value }),
    ...(cpp !== undefined && { default: { cpp, type } }),
    ...(index >= least && { default: "unknown" as const }),
  }));
}

/** C++ converts to a value that nobody else sees. */
function isConvertible({ indirection }: ResolvedType): boolean {
  return indirection === "value" || indirection === "const reference";
}
