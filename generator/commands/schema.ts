/** `gen-bindings schema`: prints the JSON Schema of the spec language. */
import { languageSchema } from "../pipeline.js";
import type { Status, Surroundings } from "./surroundings.js";

export function schema({ terminal }: Surroundings): Status {
  terminal.print(JSON.stringify(languageSchema(), undefined, 2));
  return 0;
}
