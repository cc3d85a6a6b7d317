/** What to write in place of a slip of the fingers, where that is certain. */
import type { Diagnostic } from "./diagnostic.js";
import type { Span } from "./source-text.js";

export interface Edit {
  /** What is replaced. */
  readonly span: Span;
  readonly text: string;
}

/** The edit that mends a diagnostic; none where the mistyped word is not there exactly once. */
export function editOf({ span, slip }: Diagnostic): Edit | undefined {
  if (span === undefined || slip === undefined || slip.written === "") return undefined;
  const { source } = span;
  const text = source.text.slice(span.start, span.end);
  const at = text.indexOf(slip.written);
  if (at === -1 || text.includes(slip.written, at + 1)) return undefined;
  const start = span.start + at;
  return { span: { source, start, end: start + slip.written.length }, text: slip.meant };
}

/** A text with all edits made, none of which overlaps another. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const fromTheEnd = edits.toSorted((a, b) => b.span.start - a.span.start);
  return fromTheEnd.reduce(
    (made, { span, text: inserted }) => made.slice(0, span.start) + inserted + made.slice(span.end),
    text,
  );
}
