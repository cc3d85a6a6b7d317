/** The YAML library, loaded with the first spec in YAML: a spec in JSON would wait for it in vain. */
import { createRequire } from "node:module";
import type * as Yaml from "yaml";

/** The library; whoever reads another syntax never calls this. */
export function yaml(): typeof Yaml {
  return createRequire(import.meta.url)("yaml");
}
