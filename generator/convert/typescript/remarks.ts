/** Comments before declarations: those about a declaration, and about what it says in a line. */
import type { Comment } from "../comments.js";
import type { Path } from "./scope.js";

/** The lists whose entries are declarations of their own. */
const DECLARED: ReadonlySet<string | number> = new Set(
  `functions classes enums exceptions constants modules types constructors methods attributes
  properties values`.split(/\s+/),
);

/** The comment lines before a declaration, each with its line break. */
export function remarksFor(comments: readonly Comment[]): (path: Path) => string {
  const found = new Map<string, string[]>();
  for (const { path, lines } of comments) {
    const place = JSON.stringify(path === undefined ? [] : declarationAt(path));
    const text = lines.map((line) => `// ${line}`.trimEnd());
    found.set(place, [...(found.get(place) ?? []), ...text]);
  }
  return (path) => (found.get(JSON.stringify(path)) ?? []).map((line) => `${line}\n`).join("");
}

/** The innermost declaration around a value; of a section of the spec, its name. */
function declarationAt(path: Path): Path {
  const last = path.findLastIndex((step, at) => DECLARED.has(step) && at + 1 < path.length);
  if (last >= 0) return path.slice(0, last + 2);
  const [section] = path;
  const [first] = DECLARED.has(section ?? "") ? [undefined] : [section];
  return first === undefined ? [] : [first];
}
