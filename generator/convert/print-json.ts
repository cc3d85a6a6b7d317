/** A spec as JSON, with comments where there are any; prettier puts it in order. */
import type { Path } from "../spec/document.js";
import type { Comment } from "./comments.js";
import { isObject, type Json } from "./json.js";

export function printJson(root: Json, comments: readonly Comment[]): string {
  const last = comments.filter(({ path }) => path === undefined);
  return `${valueText(root, [], comments)}\n${lineComments(last)}`;
}

function valueText(value: Json, path: Path, comments: readonly Comment[]): string {
  if (Array.isArray(value)) {
    const items = value.map((each, index) => ({ key: "", each, path: [...path, index] }));
    return `[\n${entriesText(items, comments)}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, each]) => ({
    key: `${JSON.stringify(key)}: `,
    each,
    path: [...path, key],
  }));
  return `{\n${entriesText(entries, comments)}}`;
}

function entriesText(
  entries: readonly { readonly key: string; readonly each: Json; readonly path: Path }[],
  comments: readonly Comment[],
): string {
  return entries
    .map(({ key, each, path }, index) => {
      const own = comments.filter((one) => isAt(one, path));
      const [before, behind] = [
        own.filter((one) => !one.isBehind),
        own.filter((one) => one.isBehind),
      ];
      const comma = index < entries.length - 1 ? "," : "";
      const isLong = typeof each === "object" && each !== null;
      const above = lineComments(isLong ? own : before);
      return `${above}${key}${valueText(each, path, comments)}${comma} ${isLong ? "" : lineComments(behind)}\n`;
    })
    .join("");
}

export function isAt(comment: Comment, path: Path): boolean {
  return (
    comment.path?.length === path.length && comment.path.every((each, at) => each === path[at])
  );
}

function lineComments(comments: readonly Comment[]): string {
  return comments
    .flatMap(({ lines }) => lines.map((line) => `${`// ${line}`.trimEnd()}\n`))
    .join("");
}
