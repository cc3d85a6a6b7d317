/** `overlay.json` at the top of a folder of templates: which version of the context they are for. */
import { z } from "zod";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import { contextVersion } from "../template-context.js";
import type { TemplateSource } from "./template-source.js";

export const OVERLAY_FILE = "overlay.json";

const overlaySchema = z.strictObject({ contextVersion: z.int() });

/** A folder without the file is for any version. */
export function checkContextVersion({ bytes, folder }: TemplateSource): readonly Diagnostic[] {
  const path = `${folder}/${OVERLAY_FILE}`;
  const parsed = overlaySchema.safeParse(parseJson(Buffer.from(bytes).toString()));
  if (!parsed.success) {
    const why = `it holds { "contextVersion": ${contextVersion} }, and nothing else`;
    return [diagnose("GB0402", { path, why })];
  }
  const found = parsed.data.contextVersion;
  if (found === contextVersion) return [];
  return [diagnose("GB0413", { path, found: String(found), version: contextVersion })];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
