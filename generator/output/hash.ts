/** How contents are told apart: SHA-256, in hexadecimal digits. */
import { createHash } from "node:crypto";

export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
