/** A doc comment: its description, and its tags, each with its place in the file. */
import type { SourceText, Span } from "../../diagnostics/source-text.js";
import type { PlacedText } from "../json-places.js";

export interface Tag {
  readonly name: string;
  /** Of the name, with its @. */
  readonly nameSpan: Span;
  /** Where in the comment's text the value stands, without the blanks around it. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface DocComment {
  /** Without the stars at the left. */
  readonly comment: PlacedText;
  readonly description: Pick<Tag, "start" | "end" | "text">;
  readonly tags: readonly Tag[];
}

/** @param start,end The range of the comment in the file, from its opening to its closing slash. */
export function readDocComment(source: SourceText, start: number, end: number): DocComment {
  const comment = commentText(source, start + "/**".length, end - "*/".length);
  const marks = tagMarks(comment.text);
  const valueBefore = (from: number, next: number | undefined) => {
    const until = next ?? comment.text.length;
    const raw = comment.text.slice(from, until);
    const first = from + (raw.length - raw.trimStart().length);
    const text = raw.trim();
    return {
      start: text === "" ? from : first,
      end: (text === "" ? from : first) + text.length,
      text,
    };
  };
  return {
    comment,
    description: valueBefore(0, marks[0]?.at),
    tags: marks.map(({ at, name }, index) => ({
      name,
      nameSpan: comment.placeOf(at, at + 1 + name.length),
      ...valueBefore(at + 1 + name.length, marks[index + 1]?.at),
    })),
  };
}

/** Without the stars at the left of its lines, and one blank behind each. */
function commentText(source: SourceText, start: number, end: number): PlacedText {
  const lines: { readonly text: string; readonly at: number }[] = [];
  let at = start;
  for (const line of source.text.slice(start, end).split("\n")) {
    const margin = (lines.length === 0 ? /^ ?/ : /^[ \t]*(?:\* ?)?/).exec(line)?.[0].length ?? 0;
    lines.push({ text: line.slice(margin).replace(/\r$/, ""), at: at + margin });
    at += line.length + 1;
  }
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  const inFile = (offset: number) => {
    const index = starts.findLastIndex((each) => each <= offset);
    return (lines[index]?.at ?? start) + (offset - (starts[index] ?? 0));
  };
  return {
    text: lines.map(({ text }) => text).join("\n"),
    placeOf: (from, to) => ({
      source,
      start: inFile(from),
      end: Math.max(inFile(from), inFile(to)),
    }),
  };
}

/** A @ at the start of a word, outside of backticks and of values in brackets. */
function tagMarks(text: string): readonly { readonly at: number; readonly name: string }[] {
  const found: { at: number; name: string }[] = [];
  const mark = /`[^`\n]*`|(?<=^|\s)@([A-Za-z]\w*)(\s+(?=[{[]))?/g;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const [whole, name, beforeBracket] = match;
    if (name === undefined) continue;
    found.push({ at: match.index, name });
    if (beforeBracket === undefined) continue;
    const opening = match.index + whole.length;
    mark.lastIndex = closingBracket(text, opening) ?? opening;
  }
  return found;
}

/** The offset behind the bracket that closes the one at `opening`, strings of JSON not counted. */
function closingBracket(text: string, opening: number): number | undefined {
  const token = /"(?:[^"\\\n]|\\.)*"|[{}[\]]/g;
  token.lastIndex = opening;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === "{" || match[0] === "[") depth += 1;
    if (match[0] === "}" || match[0] === "]") depth -= 1;
    if (depth === 0) return token.lastIndex;
  }
  return undefined;
}
