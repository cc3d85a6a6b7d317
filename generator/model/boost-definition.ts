/**
 * What Boost.Python makes by itself: no call body of ours stands between Python and the C++. It
 * always runs attached, and takes no lock.
 */
import type { Span } from "../diagnostics/source-text.js";
import type { Callable, Example } from "./model.js";

/** A name that a definition brings into the class or module, as a stub spells it. */
export interface StubMember {
  readonly name: string;
  /** Python parameters behind self, with annotations: "index: int". Absent of an attribute. */
  readonly parameters?: readonly string[];
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
  readonly stub: readonly StubMember[];
  readonly examples: readonly Example[];
  readonly logicalPath: string;
  readonly span: Span;
}

/** The Python path of what a definition is in: "Numbers" of "Numbers.__iter__", "" in the module. */
export function enclosingPath(pythonPath: string): string {
  return pythonPath.slice(0, Math.max(pythonPath.lastIndexOf("."), 0));
}
