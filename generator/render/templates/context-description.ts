/** Reads `schema/template-context.v1.json`, which is made of the types in `template-context.ts`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { schemaFolder } from "../../package-files.js";
import { contextVersion } from "../template-context.js";

const fieldDescription = z.strictObject({
  /** "string", "boolean", "number", or the name of a type. */
  type: z.string(),
  list: z.literal(true).optional(),
  nullable: z.literal(true).optional(),
  description: z.string(),
});

const contextDescription = z.strictObject({
  contextVersion: z.literal(contextVersion),
  /** What files print, by the placeholder in their names; `module` is that of files without one. */
  roots: z.record(z.string(), z.string()),
  types: z.record(
    z.string(),
    z.strictObject({
      description: z.string(),
      fields: z.record(z.string(), fieldDescription),
    }),
  ),
});

export type FieldDescription = z.infer<typeof fieldDescription>;
export type ContextDescription = z.infer<typeof contextDescription>;

const file = join(schemaFolder, `template-context.v${contextVersion}.json`);

/** Read when it is first needed: specs without templates of their own need none of it. */
export function readContextDescription(): ContextDescription {
  return contextDescription.parse(JSON.parse(readFileSync(file, "utf8")));
}
