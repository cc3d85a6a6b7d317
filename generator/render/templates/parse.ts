/** From the text of a template to its syntax tree, and from places in the tree to places in the text. */
import { diagnose, type Outcome } from "../../diagnostics/diagnostic.js";
import type { SourceText, Span } from "../../diagnostics/source-text.js";
import { wholeHandlebars } from "./handlebars.js";

/** The tree knows the file by its path. */
export function parseTemplate(source: SourceText): Outcome<hbs.AST.Program> {
  try {
    return {
      value: wholeHandlebars().parse(source.text, { srcName: source.path }),
      diagnostics: [],
    };
  } catch (error) {
    const { line, column, why } = readSyntaxError(error);
    const start = offsetOf(source, { line, column });
    const span = { source, start, end: Math.max(start, lineEnd(source, line)) };
    return { diagnostics: [diagnose("GB0403", { why }, { span })] };
  }
}

/**
 * Handlebars tells the place in the text of its message, in one of two forms:
 * "Parse error on line 3:" with an excerpt and what was expected behind it, and "… - 3:7".
 */
function readSyntaxError(error: unknown): {
  readonly line: number;
  readonly column: number;
  readonly why: string;
} {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split("\n");
  const parse = /(?:Parse|Lexical) error on line (\d+)/.exec(message);
  if (parse !== null) {
    const expecting = lines.find((each) => each.startsWith("Expecting"));
    return { line: Number(parse[1]), column: 0, why: plain(expecting ?? lines[0] ?? "") };
  }
  const [, why = message, line = "1", column = "0"] = /^(.*) - (\d+):(\d+)$/s.exec(message) ?? [];
  return { line: Number(line), column: Number(column), why };
}

/** Names of tokens of the parser, as people write them. */
const TOKENS: Readonly<Record<string, string>> = {
  EOF: "the end of the file",
  OPEN_ENDBLOCK: "{{/",
  CLOSE: "}}",
  INVERSE: "{{else}}",
  OPEN_INVERSE_CHAIN: "{{else",
  ID: "a name",
  INVALID: "what is no name",
};

function plain(expecting: string): string {
  const got = /got '(\w+)'/.exec(expecting)?.[1];
  if (got === undefined) return expecting;
  const wanted = [...expecting.matchAll(/'(\w+)'/g)].slice(0, -1).map((each) => each[1] ?? "");
  const ends = ["OPEN_ENDBLOCK", "CLOSE"].find((each) => wanted.includes(each));
  const needed = ends === undefined ? "" : `, where ${TOKENS[ends]} is needed`;
  return `there is ${TOKENS[got] ?? `a token ${got}`}${needed}`;
}

/** The range of a node; its lines count from 1, its columns from 0. */
export function spanOf(source: SourceText, { start, end }: hbs.AST.SourceLocation): Span {
  return { source, start: offsetOf(source, start), end: offsetOf(source, end) };
}

function offsetOf({ lineStarts, text }: SourceText, { line, column }: hbs.AST.Position): number {
  return Math.min((lineStarts[line - 1] ?? 0) + column, text.length);
}

function lineEnd({ lineStarts, text }: SourceText, line: number): number {
  return (lineStarts[line] ?? text.length + 1) - 1;
}
