/** What can be said of a C++ expression of the user's without compiling it. */

/** A quote behind a digit is a separator, as in 1'000. */
const TEXTS_AND_COMMENTS =
  /"(?:[^"\\\n]|\\.)*"|(?<![\da-fA-F])'(?:[^'\\\n]|\\.)*'|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** An identifier that is no member of something else, and no part of a qualified name. */
const FREE_NAME = /(?<![\w.']|->|::)[A-Za-z_]\w*/g;

/** The names that stand by themselves: variables, among them parameters, and what is called. */
export function freeNames(expression: string): ReadonlySet<string> {
  return new Set(expression.replace(TEXTS_AND_COMMENTS, " ").match(FREE_NAME));
}

/** Those among them that are neither called nor the beginning of a qualified name. */
export function variableNames(expression: string): ReadonlySet<string> {
  const text = expression.replace(TEXTS_AND_COMMENTS, " ");
  const variables = [...text.matchAll(FREE_NAME)].filter(
    ({ 0: name, index }) => !/^\s*(?:\(|::)/.test(text.slice(index + name.length)),
  );
  return new Set(variables.map(([name]) => name));
}

/** Whether a `//` comment would swallow what is emitted behind the expression. */
export function hasLineComment(expression: string): boolean {
  return (expression.match(TEXTS_AND_COMMENTS) ?? []).some((each) => each.startsWith("//"));
}
