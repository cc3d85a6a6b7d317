/** Modules that are generated with templates of their own: folders that hold a spec and the templates. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Customisation {
  /** That of the module too. */
  readonly name: string;
  readonly spec: string;
  /** The folder of templates. */
  readonly templates: string;
}

const all = fileURLToPath(new URL(".", import.meta.url));

export function customisations(): readonly Customisation[] {
  return readdirSync(all, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      spec: join(all, name, "spec.json"),
      templates: join(all, name, "templates"),
    }));
}
