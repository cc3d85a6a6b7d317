/** What the passes that lower a spec share: the spec, its places, its types, and a way to report. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { LocatedSpec } from "../spec/validate.js";
import type { ClassDestructors } from "./class-destructors.js";
import type { ClassLocks } from "./class-locks.js";
import type { Identifiers } from "./identifiers.js";
import type { SuggestType } from "./suggest-type.js";
import type { TypeTable } from "./type-table.js";

export interface Context {
  readonly located: LocatedSpec;
  readonly types: TypeTable;
  readonly classLocks: ClassLocks;
  readonly destructors: ClassDestructors;
  /** For call bodies and their tests, and for classes and enumerations. */
  readonly identifiers: { readonly callable: Identifiers; readonly type: Identifiers };
  readonly suggestType: SuggestType;
  /** The C++ statements that register converters for the types that the spec names, parts first. */
  readonly runtimeConverters: Set<string>;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** A part of the text inside a quoted string; the whole string where escapes shift the offsets. */
export function within(span: Span, offset: number, length: number): Span {
  const raw = span.source.text.slice(span.start, span.end);
  const start = span.start + 1 + offset;
  const end = Math.min(start + Math.max(length, 1), span.end);
  return raw.includes("\\") || start >= end ? span : { source: span.source, start, end };
}
