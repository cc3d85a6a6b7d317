/** A text the user wrote, and the places in it that diagnostics point at. */

export interface SourceText {
  /** The path as the user gave it; shown in diagnostics. */
  readonly path: string;
  readonly text: string;
  /** Whether a byte order mark stands before it in the file. */
  readonly isMarked?: boolean;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

/** A range of a source text, in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
  /** Whether the value is said in other words there, so that its parts have no places of their own. */
  readonly translated?: true;
}

/** A place as people count: both from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function sourceText(path: string, text: string): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    lineStarts.push(at + 1);
  }
  return { path, text, lineStarts };
}

/** A span of the whole file, for what has no better place. */
export function startOf(source: SourceText): Span {
  return { source, start: 0, end: 0 };
}

export function positionAt(source: SourceText, offset: number): Position {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}

/** The text of a line (counted from 1), without its line break. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1] ?? 0;
  const end = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/\r?\n$/, "");
}
