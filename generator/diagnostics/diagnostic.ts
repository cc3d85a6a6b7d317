/**
 * What the user is told about a mistake: collected and returned, never thrown.
 * The messages themselves are in the catalogue.
 */
import { type CatalogueEntry, catalogue, type DiagnosticCode } from "./catalogue.js";
import type { Slip } from "./nearest.js";
import type { Span } from "./source-text.js";

export type Severity = "error" | "warning";

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong, in one sentence that names the offending text. */
  readonly message: string;
  /** Where; absent only where no file is concerned (command line, missing tools). */
  readonly span?: Span;
  readonly related: readonly { readonly message: string; readonly span: Span }[];
  /** Why it is wrong. */
  readonly reason: string;
  /** How two threads come to grief, a line for each thing that one of them does. */
  readonly interleaving: readonly string[];
  /** The way out. */
  readonly hint: string;
  /** A fragment of spec that would be right, where one is known. */
  readonly fix?: string;
  /** The word inside the span that was mistyped, where it is known what was meant. */
  readonly slip?: Slip;
  /** What another tool said, such as the compiler; shown behind everything else. */
  readonly detail?: string;
}

/** The product of a phase: a value where there is one, and what was found on the way. */
export interface Outcome<Value> {
  readonly value?: Value;
  readonly diagnostics: readonly Diagnostic[];
}

export interface DiagnosticDetails {
  readonly span?: Span | undefined;
  readonly related?: Diagnostic["related"] | undefined;
  readonly slip?: Slip | undefined;
  readonly detail?: string | undefined;
}

type Parameters<Code extends DiagnosticCode> =
  (typeof catalogue)[Code] extends CatalogueEntry<infer Given> ? Given : never;

/** Makes the diagnostic of a code from the catalogue's texts. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  given: Parameters<Code>,
  details: DiagnosticDetails = {},
): Diagnostic {
  const entry = catalogue[code] as unknown as CatalogueEntry<Parameters<Code>>;
  const fix = entry.fix?.(given);
  return {
    code,
    severity: entry.severity,
    message: entry.message(given),
    reason: entry.reason(given),
    interleaving: entry.interleaving?.(given) ?? [],
    hint: entry.hint(given),
    related: details.related ?? [],
    ...(details.span && { span: details.span }),
    ...(fix !== undefined && { fix }),
    ...(details.slip && { slip: details.slip }),
    ...(details.detail && { detail: details.detail }),
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}

/** The files that diagnostics point into. */
export function filesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const spans = diagnostics.flatMap(({ span, related }) => [
    ...(span === undefined ? [] : [span]),
    ...related.map((each) => each.span),
  ]);
  return [...new Set(spans.map(({ source }) => source.path))];
}
