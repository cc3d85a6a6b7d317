/** Where a node of TypeScript stands, and the doc comment before it. */
import type { Node } from "ts-morph";
import type { SourceText, Span } from "../../diagnostics/source-text.js";
import { type DocComment, readDocComment } from "./doc-comment.js";
import { tsMorph } from "./ts-morph.js";

/** From its first word to its end, without the comments before it. */
export function spanOf(source: SourceText, node: Node): Span {
  return { source, start: node.getStart(), end: node.getEnd() };
}

/** The last doc comment before a node. */
export function docCommentOf(source: SourceText, node: Node): DocComment | undefined {
  const { ts } = tsMorph();
  const ranges = [
    // Behind a bracket or a comma, on the same line.
    ...(ts.getTrailingCommentRanges(source.text, node.getPos()) ?? []),
    ...(ts.getLeadingCommentRanges(source.text, node.getPos()) ?? []),
  ];
  const range = ranges.findLast(({ pos }) => /^\/\*\*(?!\/)/.test(source.text.slice(pos, pos + 4)));
  return range && readDocComment(source, range.pos, range.end);
}
