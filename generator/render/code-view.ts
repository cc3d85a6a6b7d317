/** What the templates print of the user's verbatim C++. */
import type { VerbatimCode } from "../model/declarations.js";
import type { Module } from "../model/model.js";
import { cppString } from "./literals.js";
import { presenceOf } from "./presence.js";
import { scopeExpression } from "./scope-view.js";

/** C++ that the spec holds verbatim. */
export interface CodeView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** The C++, as the user wrote it. */
  readonly text: string;
  /** Where the current scope of Boost.Python is while it runs. */
  readonly enclosing: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

export function codeViews(
  module: Module,
  isWanted: (code: VerbatimCode) => boolean,
): readonly CodeView[] {
  return module.code.filter(isWanted).map(({ logicalPath, text, scope, at }) => ({
    logicalPathLiteral: cppString(logicalPath),
    text,
    enclosing: at === "class" ? "gen_bindings_class" : scopeExpression(scope),
    presence: presenceOf(module, logicalPath),
  }));
}
