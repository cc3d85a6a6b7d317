/** The whole-module scenarios: the folders that hold a spec. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Scenario {
  /** That of the module too. */
  readonly name: string;
  readonly folder: string;
  readonly spec: string;
  /** How many translation units its declarations go to. */
  readonly shards: number;
}

/** Of the modules that are in several; all others are in one. */
const SHARDS = new Map([
  ["sharded", 4],
  ["importing", 2],
]);

/** Where the templates are; what lies there without `.hbs` is copied. */
export const templates = fileURLToPath(new URL("../../templates", import.meta.url));

export function moduleScenarios(): readonly Scenario[] {
  const all = fileURLToPath(new URL(".", import.meta.url));
  return readdirSync(all)
    .map((name) => ({
      name,
      folder: join(all, name),
      spec: join(all, name, "spec.json"),
      shards: SHARDS.get(name) ?? 1,
    }))
    .filter(({ spec }) => existsSync(spec));
}
