/** Diagnostics as JSON, for programs: `--format json`. Its shape is documented, and kept. */
import type { Diagnostic } from "./diagnostic.js";
import { editOf } from "./edit.js";
import { positionAt, type Span } from "./source-text.js";

/** Raised when a key changes its meaning or goes; a new key leaves it as it is. */
const SHAPE_VERSION = 1;

/** All diagnostics of a run as one document; every key is always there. */
export function reportJson(diagnostics: readonly Diagnostic[], generator: string): string {
  const count = (severity: Diagnostic["severity"]) =>
    diagnostics.filter((each) => each.severity === severity).length;
  const document = {
    version: SHAPE_VERSION,
    generator,
    errors: count("error"),
    warnings: count("warning"),
    diagnostics: diagnostics.map(diagnosticData),
  };
  return JSON.stringify(document, undefined, 2);
}

function diagnosticData(diagnostic: Diagnostic) {
  const { code, severity, message, reason, interleaving, hint, span, related } = diagnostic;
  const edit = editOf(diagnostic);
  return {
    code,
    severity,
    message,
    location: span === undefined ? null : location(span),
    reason,
    interleaving,
    hint: hint.trimEnd(),
    example: diagnostic.fix ?? null,
    edit: edit === undefined ? null : { location: location(edit.span), text: edit.text },
    related: related.map((each) => ({ message: each.message, location: location(each.span) })),
    detail: diagnostic.detail ?? null,
  };
}

function location({ source, start, end }: Span) {
  const place = (offset: number) => ({ ...positionAt(source, offset), offset });
  return { file: source.path, start: place(start), end: place(end) };
}
