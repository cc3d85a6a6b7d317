/** Every key that some construct of the language has. */

import { spec } from "../schema/spec.js";
import { shapeOf } from "../schema-keys.js";

let found: ReadonlySet<string> | undefined;

export function languageKeys(): ReadonlySet<string> {
  found ??= collect();
  return found;
}

function collect(): ReadonlySet<string> {
  const keys = new Set<string>();
  const seen = new Set<unknown>();
  const waiting = [shapeOf(spec)];
  for (let shape = waiting.pop(); shape !== undefined; shape = waiting.pop()) {
    if (seen.has(shape)) continue;
    seen.add(shape);
    for (const [key, schema] of Object.entries(shape)) {
      keys.add(key);
      waiting.push(shapeOf(schema));
    }
  }
  return keys;
}
