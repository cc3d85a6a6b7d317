/** A spec as YAML: blocks, and what is short between brackets; prettier puts it in order. */
import { Document, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { Path } from "../spec/document.js";
import type { Comment } from "./comments.js";
import type { Json } from "./json.js";
import { isAt } from "./print-json.js";

/** In characters: a longer object is a block. */
const LONGEST_LINE = 80;

export function printYaml(root: Json, comments: readonly Comment[]): string {
  const document = new Document(root, { version: "1.2", aliasDuplicateObjects: false });
  if (document.contents !== null) annotate(document.contents as Node, [], comments);
  const last = comments.filter(({ path }) => path === undefined);
  if (last.length > 0) document.comment = textOf(last);
  // Text in quotes stays on its line: what is folded loses blanks beside its line breaks.
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: 1_000_000 });
}

function annotate(node: Node, path: Path, comments: readonly Comment[]): void {
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const inner = [...path, index];
      annotate(item as Node, inner, comments);
      say(item as Node, item as Node, inner, comments);
    }
  } else if (isMap(node)) {
    for (const { key, value } of node.items as Pair<Node & { value: string }, Node>[]) {
      const inner = [...path, key.value];
      if (value !== null) annotate(value, inner, comments);
      say(key, value ?? key, inner, comments);
    }
  }
  const isWhole = isMap(node) || isSeq(node);
  if (isWhole && path.length > 1 && isShort(node, path, comments)) node.flow = true;
}

/** Whether a collection holds plain values alone, no comments, and fits on a line. */
function isShort(node: Node, path: Path, comments: readonly Comment[]): boolean {
  const items = isMap(node) ? node.items.map(({ value }) => value) : isSeq(node) ? node.items : [];
  const isPlain = items.every((each) => isScalar(each) && !String(each.value).includes("\n"));
  const isCommented = comments.some((each) => path.every((step, at) => each.path?.[at] === step));
  return isPlain && !isCommented && JSON.stringify(node).length < LONGEST_LINE;
}

function say(before: Node, behind: Node, path: Path, comments: readonly Comment[]): void {
  const own = comments.filter((each) => isAt(each, path));
  const canStandBehind = isScalar(behind);
  const above = own.filter((each) => !each.isBehind || !canStandBehind);
  const beside = own.filter((each) => each.isBehind && canStandBehind);
  if (above.length > 0) before.commentBefore = textOf(above);
  if (beside.length > 0) behind.comment = textOf(beside);
}

function textOf(comments: readonly Comment[]): string {
  return comments
    .flatMap(({ lines }) => lines.map((line) => (line === "" ? "" : ` ${line}`)))
    .join("\n");
}
