/** How contents are told apart: SHA-256, in hexadecimal digits. */
import { createHash } from "node:crypto";
import { blocksOf, type Content } from "./content.js";

export function hashOf(content: Content): string {
  const hash = createHash("sha256");
  for (const block of blocksOf(content)) hash.update(block);
  return hash.digest("hex");
}
