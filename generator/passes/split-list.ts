/** Splits a list of C++ types at its commas, but not at those inside of `<>` or `()`. */

export interface ListPart {
  readonly text: string;
  /** Where the text stands in the list. */
  readonly offset: number;
}

export function splitList(list: string): readonly ListPart[] {
  if (list.trim() === "") return [];
  const parts: ListPart[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index <= list.length; index++) {
    const character = list[index];
    if (character === undefined || (character === "," && depth === 0)) {
      const part = list.slice(from, index);
      const offset = from + part.length - part.trimStart().length;
      parts.push({ text: part.trim(), offset });
      from = index + 1;
    }
    if (character === "<" || character === "(") depth++;
    if (character === ">" || character === ")") depth--;
  }
  return parts;
}
