/** What changed from one version of the language to the next, as edits of what the user wrote. */
import type { Edit } from "../diagnostics/edit.js";
import type { DocumentNode } from "../spec/document.js";
import type { Syntax } from "../spec/syntax.js";

/** Rewrites a spec of one version as one of the next. */
export interface Migration {
  /** The version that it starts from. */
  readonly from: number;
  /** The places to change in the document that the loader made of the text; no two overlap. */
  readonly edits: (document: DocumentNode, syntax: Syntax) => readonly Edit[];
}

/**
 * One for each version that there has been, in their order. The first version of the language is the
 * newest, so that nothing has to be rewritten yet but the version itself, where a spec does not say it.
 */
export const migrations: readonly Migration[] = [];
