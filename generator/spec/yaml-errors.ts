/** The mistakes in YAML's own syntax, in words of ours. */
import type { ErrorCode, YAMLError } from "yaml";

const explanations: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: "an alias has neither an anchor nor a tag",
  BAD_ALIAS: "an alias is the name of an anchor behind a *, without blanks",
  BAD_DIRECTIVE: "a directive is %YAML or %TAG, at the start of the file",
  BAD_DQ_ESCAPE: "this escape is unknown in YAML",
  BAD_INDENT: "this line is not indented as the lines around it",
  BAD_PROP_ORDER: "anchors and tags stand in front of the value",
  BAD_SCALAR_START: "a text that starts like this needs quotes",
  BLOCK_AS_IMPLICIT_KEY: "two keys on one line: a text that holds a colon needs quotes",
  BLOCK_IN_FLOW: "between brackets, lists and objects have brackets too",
  KEY_OVER_1024_CHARS: "a key has at most 1024 letters",
  MISSING_CHAR: "a colon behind the key, or a blank, is missing here",
  MULTILINE_IMPLICIT_KEY: "a key stands on one line; behind it a colon and a blank are expected",
  MULTIPLE_ANCHORS: "a value has one anchor",
  MULTIPLE_TAGS: "a value has one tag",
  TAB_AS_INDENT: "YAML is indented by blanks; this is a tab",
  TAG_RESOLVE_FAILED: "the value is not what its tag says",
  UNEXPECTED_TOKEN: "this is not expected here",
};

export function syntaxErrorText(error: YAMLError, text: string): string {
  const { code, pos, message } = error;
  const before = text.slice(text.lastIndexOf("\n", pos[0] - 1) + 1, pos[0]);
  // A line that starts a block where none can start: its indentation is what is wrong.
  const isAtLineStart = code === "BLOCK_AS_IMPLICIT_KEY" && before.trim() === "";
  const isOpen = code === "MISSING_CHAR" && message.includes("closing");
  if (isOpen) return "a closing quote or bracket is missing";
  return explanations[isAtLineStart ? "BAD_INDENT" : code] ?? "this is not YAML";
}
