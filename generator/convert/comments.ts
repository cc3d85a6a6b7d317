/** The comments of a spec, each beside the value that it is about, so that another syntax can keep it. */
import { visit } from "jsonc-parser";
import { CST, Lexer } from "yaml";
import { positionAt, type SourceText } from "../diagnostics/source-text.js";
import type { DocumentNode, Path } from "../spec/document.js";
import type { Syntax } from "../spec/syntax.js";
import { tsMorph } from "../spec/typescript/ts-morph.js";

export interface Comment {
  /** The value that it is about; undefined behind the last one. */
  readonly path: Path | undefined;
  /** Without the marks of the syntax. */
  readonly lines: readonly string[];
  /** Whether it stands behind the value, on its line. */
  readonly isBehind: boolean;
}

interface Written {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

export function commentsOf(
  source: SourceText,
  root: DocumentNode,
  syntax: Syntax,
): readonly Comment[] {
  const written = scanners[syntax](source.text);
  if (written.length === 0) return [];
  const places = placesIn(root, []).toSorted((one, other) => one.start - other.start);
  return written.map(({ start, end, lines }) => {
    const line = positionAt(source, start).line;
    const before = places.filter((each) => each.start < start).at(-1);
    const isBehind = before !== undefined && positionAt(source, before.start).line === line;
    const path = isBehind ? before.path : places.find((each) => each.start >= end)?.path;
    return { path, lines, isBehind };
  });
}

/** Where each key and each entry of a list begins. */
function placesIn(node: DocumentNode, path: Path): readonly { path: Path; start: number }[] {
  if (node.kind === "array") {
    return [...node.items].flatMap((each, index) => {
      const inner = [...path, index];
      return [{ path: inner, start: each.span.start }, ...placesIn(each, inner)];
    });
  }
  if (node.kind !== "object") return [];
  return [...node.properties].flatMap(([key, { keySpan, value }]) => {
    const inner = [...path, key];
    return [{ path: inner, start: keySpan.start }, ...placesIn(value, inner)];
  });
}

const scanners: Readonly<Record<Syntax, (text: string) => readonly Written[]>> = {
  json: () => [],
  jsonc: jsonComments,
  yaml: yamlComments,
  ts: typeScriptComments,
};

function jsonComments(text: string): readonly Written[] {
  const found: Written[] = [];
  const onComment = (start: number, length: number) => {
    const end = start + length;
    found.push({ start, end, lines: linesOf(text.slice(start, end)) });
  };
  visit(text, { onComment });
  return found;
}

function yamlComments(text: string): readonly Written[] {
  const found: Written[] = [];
  let start = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    // These stand for places in the text, and are not in it themselves.
    const isMark = type === "doc-mode" || type === "flow-error-end" || type === "scalar";
    const end = start + (isMark ? 0 : token.length);
    if (type === "comment" && !isText) found.push({ start, end, lines: linesOf(token) });
    isText = type === "scalar";
    start = end;
  }
  return found;
}

/** Doc comments are no comments: they hold what the spec says. */
function typeScriptComments(text: string): readonly Written[] {
  const { ts } = tsMorph();
  const found: Written[] = [];
  const scanner = ts.createScanner(
    ts.ScriptTarget.ESNext,
    false,
    ts.LanguageVariant.Standard,
    text,
  );
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const isComment =
      token === ts.SyntaxKind.SingleLineCommentTrivia ||
      token === ts.SyntaxKind.MultiLineCommentTrivia;
    if (!isComment || /^\/\*\*(?!\/)/.test(scanner.getTokenText())) continue;
    const [start, end] = [scanner.getTokenStart(), scanner.getTokenEnd()];
    found.push({ start, end, lines: linesOf(scanner.getTokenText()) });
  }
  return found;
}

/** The lines of a comment without `//`, `#`, `/*` and the stars at the left. */
function linesOf(comment: string): readonly string[] {
  if (!comment.startsWith("/*")) return [comment.replace(/^(\/\/|#) ?/, "").trimEnd()];
  const inner = comment.slice(2).replace(/\*\/$/, "").trim();
  return inner.split("\n").map((line) => line.trim().replace(/^\* ?/, ""));
}
