/** Docstrings: a text of the spec, and below it a line for each part that has one. */

interface Part {
  readonly name: string;
  readonly doc?: string | undefined;
}

/** "Counts.\n\nby: How far." Undefined where nothing is said at all. */
export function docstring(text: string | undefined, parts: readonly Part[]): string | undefined {
  const lines = parts.flatMap(({ name, doc }) => (doc === undefined ? [] : [`${name}: ${doc}`]));
  const paragraphs = [
    ...(text === undefined ? [] : [text]),
    ...(lines.length === 0 ? [] : [lines.join("\n")]),
  ];
  return paragraphs.length === 0 ? undefined : paragraphs.join("\n\n");
}
