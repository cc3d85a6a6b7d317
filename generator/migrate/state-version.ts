/** The edit that makes a spec name its version. */
import type { Edit } from "../diagnostics/edit.js";
import { type DocumentNode, nodeAt } from "../spec/document.js";
import type { Syntax } from "../spec/syntax.js";

/** The version that a spec names, as it stands there; undefined where it names none. */
export function statedVersion(document: DocumentNode): unknown {
  const node = nodeAt(document, ["specVersion"]);
  return node?.kind === "object" || node?.kind === "array" ? node.kind : node?.value;
}

/** None where the spec names this version already. */
export function stateVersion(
  document: DocumentNode,
  syntax: Syntax,
  version: number,
): readonly Edit[] {
  if (document.kind !== "object" || statedVersion(document) === version) return [];
  const stated = document.properties.get("specVersion");
  if (stated !== undefined) return [{ span: stated.value.span, text: `${version}` }];
  if (syntax === "ts") return [besideImports(document, version)];
  return [beforeFirstKey(document, syntax, version)];
}

/** TypeScript: behind the imports, or where there are none at the end. */
function besideImports({ span: { source } }: DocumentNode, version: number): Edit {
  const { text } = source;
  const line = `export const specVersion = ${version};`;
  const last = [...text.matchAll(/^import\b[^;]*;[ \t]*$/gm)].at(-1);
  const at = last === undefined ? text.length : last.index + last[0].length;
  const lineBreak = lineBreakOf(text);
  const before = last === undefined && text.endsWith("\n") ? lineBreak : lineBreak.repeat(2);
  const after = last === undefined ? lineBreak : "";
  return { span: { source, start: at, end: at }, text: `${before}${line}${after}` };
}

/** JSON and YAML: before the first key, in the form in which that stands; but behind "$schema". */
function beforeFirstKey(
  document: Extract<DocumentNode, { kind: "object" }>,
  syntax: Syntax,
  version: number,
): Edit {
  const { source, start } = document.span;
  const { text } = source;
  const [[firstKey, first] = ["", undefined], second] = [...document.properties];
  const isBlock = syntax === "yaml" && text[start] !== "{";
  const entry = `${syntax === "yaml" ? "specVersion" : '"specVersion"'}: ${version}`;
  if (first === undefined) {
    const inside = start + 1;
    return { span: { source, start: inside, end: inside }, text: ` ${entry}` };
  }
  const [anchor, name] =
    firstKey === "$schema" && second ? [second[1], second[0]] : [first, firstKey];
  const isSchemaAlone = name === "$schema";
  const at = isSchemaAlone ? anchor.value.span.end : anchor.keySpan.start;
  const lineStart = text.lastIndexOf("\n", anchor.keySpan.start - 1) + 1;
  const margin = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const startsLine = lineStart + margin.length === anchor.keySpan.start;
  const gap = startsLine ? `${lineBreakOf(text)}${margin}` : " ";
  const place = (offset: number, inserted: string): Edit => ({
    span: { source, start: offset, end: offset },
    text: inserted,
  });
  if (isBlock) return place(lineStart, `${margin}${entry}${lineBreakOf(text)}`);
  if (isSchemaAlone) return place(at, `,${gap}${entry}`);
  return place(at, `${entry},${gap}`);
}

function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
