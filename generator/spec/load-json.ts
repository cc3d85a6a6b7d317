/** JSON text to a document with spans. */
import { type ParseError, printParseErrorCode } from "jsonc-parser";
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { type SourceText, type Span, startOf } from "../diagnostics/source-text.js";
import type { DocumentNode } from "./document.js";
import { checkKeys, jsonDocument } from "./json-document.js";
import { type PlacedText, placesIn } from "./json-places.js";

/** Levels of brackets; the language itself needs fewer than twenty without nested classes. */
const DEEPEST_NESTING = 64;

/** What a spec begins with. */
const START = '{ "module": { "name": "example" } }';

/** `commented`: comments and trailing commas are allowed, as in the files of editors. */
export function loadJson(source: SourceText, commented = false): Outcome<DocumentNode> {
  if (source.text.trim() === "") {
    return { diagnostics: [diagnose("GB1001", { start: START }, { span: startOf(source) })] };
  }
  const placeOf = (start: number, end: number) => ({ source, start, end });
  return parseJson({ text: source.text, placeOf }, commented);
}

/** JSON that stands in a file, or in a comment of one. */
export function parseJson(source: PlacedText, commented = false): Outcome<DocumentNode> {
  const tooDeep = checkNesting(source, commented ? TOKEN_OR_COMMENT : STRING_OR_BRACKET);
  if (tooDeep !== undefined) return { diagnostics: [tooDeep] };

  const { places, errors } = placesIn(source.text, commented);
  if (places === undefined) return { diagnostics: [syntaxError(source, errors[0])] };
  const json = { ...source, places };
  const diagnostics = checkKeys(json);
  return diagnostics.length > 0 ? { diagnostics } : { value: jsonDocument(json), diagnostics };
}

const STRING_OR_BRACKET = /"(?:[^"\\\n]|\\.)*"|[{}[\]]/g;
const TOKEN_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|[{}[\]]|\/\/.*|\/\*[\s\S]*?\*\//g;

/** Counts brackets without recursion, before a recursive parser sees the text. */
function checkNesting(source: PlacedText, tokens: RegExp): Diagnostic | undefined {
  let depth = 0;
  for (const { 0: token, index: start } of source.text.matchAll(tokens)) {
    if (token === "{" || token === "[") depth++;
    if (token === "}" || token === "]") depth--;
    if (depth > DEEPEST_NESTING) {
      const span = source.placeOf(start, start + 1);
      return diagnose("GB1004", { levels: String(DEEPEST_NESTING) }, { span });
    }
  }
  return undefined;
}

/** One mistake, one diagnostic: what follows the first error is mostly its consequence. */
function syntaxError(source: PlacedText, error: ParseError | undefined): Diagnostic {
  const start = Math.min(error?.offset ?? 0, source.text.length);
  const end = Math.min(start + Math.max(error?.length ?? 1, 1), source.text.length);
  const comma = trailingComma(source, start);
  if (comma !== undefined) return diagnose("GB1006", {}, { span: comma });
  const found = oneLine(source.text.slice(start, end));
  return diagnose(
    "GB1005",
    { what: explanation(error), found },
    { span: source.placeOf(start, end) },
  );
}

function trailingComma(source: PlacedText, closing: number): Span | undefined {
  if (!/[}\]]/.test(source.text.charAt(closing))) return undefined;
  const before = source.text.slice(0, closing).trimEnd();
  if (!before.endsWith(",")) return undefined;
  return source.placeOf(before.length - 1, before.length);
}

const explanations: Readonly<Record<string, string>> = {
  InvalidSymbol: "this is neither a value nor a key in JSON",
  InvalidNumberFormat: "this is not a number in JSON",
  PropertyNameExpected: 'a key in "…" is expected here',
  ValueExpected: "a value is expected here",
  ColonExpected: "a colon is expected after the key",
  CommaExpected: "a comma is expected between two entries",
  CloseBraceExpected: 'a closing "}" is expected',
  CloseBracketExpected: 'a closing "]" is expected',
  EndOfFileExpected: "the document ends before this",
  InvalidCommentToken: "JSON has no comments; a spec that ends in .jsonc may have them",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: "the string is not closed on its line",
  UnexpectedEndOfNumber: "the number is not complete",
  InvalidUnicode: "\\u is followed by four hexadecimal digits",
  InvalidEscapeCharacter: "this escape is unknown in JSON",
  InvalidCharacter: "a control character must be written as an escape",
};

function explanation(error: ParseError | undefined): string {
  return (error && explanations[printParseErrorCode(error.error)]) ?? "this is not JSON";
}

function oneLine(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
