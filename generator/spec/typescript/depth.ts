/** How deep a text in TypeScript is nested, found without recursion, before a recursive parser sees it. */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import type { SourceText } from "../../diagnostics/source-text.js";

/** Levels of brackets; the language itself needs fewer than twenty without nested classes. */
export const DEEPEST_NESTING = 64;

const TOKEN =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/.*|\/\*[\s\S]*?\*\/|=>|[{}[\]()<>]/g;

export function bracketsTooDeep(source: SourceText): Diagnostic | undefined {
  const report = (start: number) => {
    const span = { source, start, end: start + 1 };
    return diagnose("GB1004", { levels: String(DEEPEST_NESTING) }, { span });
  };
  let depth = 0;
  for (const { 0: token, index } of source.text.matchAll(TOKEN)) {
    if (token.length > 1) continue;
    if ("{[(<".includes(token)) depth += 1;
    // A bracket that closes what was never opened opens nothing either.
    else depth = Math.max(0, depth - 1);
    if (depth > DEEPEST_NESTING) return report(index);
  }
  return undefined;
}
