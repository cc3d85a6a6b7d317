/** What a configuration may hold: defaults for options of the command line, by their names. */
import { z } from "zod";
import { REPORT_FORMATS } from "../diagnostics/reporter.js";
import { construct, oneOf } from "../spec/schema/construct.js";

/** More are a slip of the fingers. */
export const MOST_SHARDS = 1024;

export const configurationSchema = construct({
  $schema: z.string().optional().describe("The JSON Schema, for editors."),
  specs: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("The specs of a command that names none, relative to this file."),
  output: z.string().min(1).optional().describe("-o: the output folder, relative to this file."),
  python: z.string().min(1).optional().describe("--python: a path, or a name on PATH."),
  shards: z
    .int()
    .refine((count) => count >= 1 && count <= MOST_SHARDS, {
      error: `a whole number from 1 to ${MOST_SHARDS}`,
    })
    .optional()
    .describe("--shards: the translation units that the declarations of a module go to."),
  templates: z
    .array(z.string().min(1))
    .optional()
    .describe("--templates: folders, relative to this file; the last one wins."),
  plugins: z
    .array(z.string().min(1))
    .optional()
    .describe("--plugin: files, relative to this file."),
  format: oneOf(REPORT_FORMATS).optional().describe("--format: how diagnostics are shown."),
});

export type ConfigurationValues = z.infer<typeof configurationSchema>;
