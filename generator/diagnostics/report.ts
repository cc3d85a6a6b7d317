/** Diagnostics as text for people: code, place, source line, reason, way out. */
import { createColors } from "picocolors";
import type { Diagnostic } from "./diagnostic.js";
import { lineText, positionAt, type Span } from "./source-text.js";

/** More than anybody reads at once; the rest is counted. */
const MOST_SHOWN = 50;
/** In characters: of a longer message the middle is left out. */
const LONGEST_TEXT = 360;
/** In characters: a longer source line is shown in part. */
const WIDEST_LINE = 100;

export function reportText(diagnostics: readonly Diagnostic[], colored: boolean): string {
  const shown = diagnostics.slice(0, MOST_SHOWN).map((each) => diagnosticText(each, colored));
  const hidden = diagnostics.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`… and ${hidden} more`] : [])].join("\n\n");
}

function diagnosticText(diagnostic: Diagnostic, colored: boolean): string {
  const colors = createColors(colored);
  const paint = diagnostic.severity === "error" ? colors.red : colors.yellow;
  const place = diagnostic.span === undefined ? "" : `${colors.bold(placeText(diagnostic.span))}: `;
  const head = paint(`${diagnostic.severity} ${diagnostic.code}`);
  return [
    `${place}${head}: ${printable(diagnostic.message)}`,
    ...(diagnostic.span === undefined ? [] : excerpt(diagnostic.span, paint)),
    ...diagnostic.related.map((each) => `  ${placeText(each.span)}: ${each.message}`),
    `  ${colors.dim("reason:")} ${printable(diagnostic.reason)}`,
    ...diagnostic.interleaving.map((line) => `    ${printable(line)}`),
    `  ${colors.dim("way out:")} ${printable(diagnostic.hint.trimEnd())}`,
    ...fragment(diagnostic.fix ?? "").map((line) => `    ${line}`),
    ...(diagnostic.detail === undefined
      ? []
      : diagnostic.detail.split("\n").map((line) => `  | ${line}`)),
  ].join("\n");
}

/** A fragment of spec, which may have several lines. */
function fragment(fix: string): readonly string[] {
  return fix === "" ? [] : fix.split("\n").map(printable);
}

/** `file:line:column`, which terminals and editors make a link of. */
export function placeText(span: Span): string {
  const { line, column } = positionAt(span.source, span.start);
  return `${span.source.path}:${line}:${column}`;
}

function excerpt(span: Span, paint: (text: string) => string): readonly string[] {
  const { line, column } = positionAt(span.source, span.start);
  const whole = lineText(span.source, line);
  const from = column > WIDEST_LINE - 20 ? column - 40 : 0;
  const shown = whole.slice(from, from + WIDEST_LINE);
  const text = printable(shown.replace(/^./, from > 0 ? "…" : "$&"));
  const length = Math.max(1, Math.min(span.end - span.start, text.length - (column - 1 - from)));
  const margin = " ".repeat(String(line).length);
  return [
    ` ${line} | ${text}`,
    ` ${margin} | ${" ".repeat(Math.max(0, column - 1 - from))}${paint("^".repeat(length))}`,
  ];
}

/**
 * The user's text on one line: control characters must not reach the terminal, and nobody reads a
 * name of a thousand characters.
 */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const plain = text.replaceAll("\t", " ").replace(/[\0-\x1f\x7f-\x9f]/g, "\uFFFD");
  if (plain.length <= LONGEST_TEXT) return plain;
  return `${plain.slice(0, LONGEST_TEXT - 60)} … ${plain.slice(-60)}`;
}
