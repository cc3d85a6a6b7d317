/** Texts as literals of the languages that are emitted. */

/**
 * A C++ string literal; control characters as octal escapes, anything else as UTF-8, which has no
 * place for half a surrogate pair.
 */
export function cppString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be escaped
  const escaped = text.replace(/["\\]|[\0-\x1f\x7f]|(?<=\?)\?|\p{Surrogate}/gu, (found) => {
    if (found === "\n") return "\\n";
    if (found === "\t") return "\\t";
    // "??" would start a trigraph for compilers that still know them.
    if (found === '"' || found === "\\" || found === "?") return `\\${found}`;
    if (found > "\x7f") return "\ufffd";
    return `\\${found.charCodeAt(0).toString(8).padStart(3, "0")}`;
  });
  return `"${escaped}"`;
}

/** A Python string literal: JSON's escapes mean the same in Python. */
export function pythonString(text: string): string {
  return JSON.stringify(text).replace(/\x7f/g, "\\x7f");
}
