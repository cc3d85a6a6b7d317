/** How deep a YAML text is nested, found without recursion, before a recursive composer sees it. */
import type { CST } from "yaml";

/** Levels; the language itself needs fewer than twenty without nested classes. */
export const DEEPEST_NESTING = 64;

/** The offset of the first collection that is nested too deeply, or undefined. */
export function depthOf(tokens: readonly CST.Token[]): number | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > DEEPEST_NESTING) return token.offset;
    for (const inner of innerTokens(token)) waiting.push({ token: inner, depth: depth + 1 });
  }
  return undefined;
}

function innerTokens(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap((item) =>
    [item.key, item.value].filter((each) => each !== undefined && each !== null),
  );
}
