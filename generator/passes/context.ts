/** What the passes that lower a spec share: the spec, its places, its types, and a way to report. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { Dispatch } from "../model/callable.js";
import type { ImportedSpec } from "../model/imported.js";
import type { Requirement } from "../model/presence.js";
import type { ResolvedType } from "../model/type.js";
import type { LocatedSpec } from "../spec/validate.js";
import type { ClassDestructors } from "./class-destructors.js";
import type { ClassLocks } from "./class-locks.js";
import type { Identifiers } from "./identifiers.js";
import type { SuggestType } from "./suggest-type.js";
import type { TypeTable } from "./type-table.js";

export interface Context {
  readonly located: LocatedSpec;
  /** How calls are dispatched where the spec says nothing. */
  readonly dispatch: Dispatch;
  readonly types: TypeTable;
  readonly classLocks: ClassLocks;
  readonly destructors: ClassDestructors;
  /** For call bodies and their tests, and for classes and enumerations. */
  readonly identifiers: { readonly callable: Identifiers; readonly type: Identifiers };
  readonly suggestType: SuggestType;
  /** The types that were resolved so far, by the scope and the text. */
  readonly resolvedTypes: Map<string, ResolvedType>;
  /** The names of the entries of `types` that something refers to, as far as it is lowered. */
  readonly usedTypes: Set<string>;
  /** The C++ statements that register converters for the types that the spec names, parts first. */
  readonly runtimeConverters: Set<string>;
  /** The imported specs of which something was named. */
  readonly usedImports: Set<ImportedSpec>;
  /** What entries ask of macros, by their logical paths, as far as they are lowered. */
  readonly presences: Map<string, readonly Requirement[]>;
  readonly report: (diagnostic: Diagnostic) => void;
}

/**
 * A part of a text by its place in it; the whole text where it is not written letter by letter: with
 * escapes, over several lines, or in the words of another syntax.
 */
export function within(span: Span, offset: number, length: number): Span {
  const { source } = span;
  const raw = source.text.slice(span.start, span.end);
  const quote = /^["']/.exec(raw)?.[0];
  const isOther = quote === "'" ? raw.slice(1, -1).includes("''") : quote && raw.includes("\\");
  if (span.translated || isOther || raw.includes("\n")) return span;
  const start = span.start + (quote ? 1 : 0) + offset;
  const end = Math.min(start + Math.max(length, 1), span.end);
  return start >= end ? span : { source, start, end };
}
