/** The examples of a document: its fenced blocks. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Fenced blocks of a language, each with the line that stands before it. */
export function blocks(
  page: string,
  language: string,
): readonly { before: string; text: string }[] {
  const text = readFileSync(join(repository, page), "utf8");
  return [...text.matchAll(/([^\n]*)\n+```(\w*)\n([\s\S]*?)```/g)]
    .filter((match) => match[2] === language)
    .map((match) => ({ before: match[1] ?? "", text: match[3] ?? "" }));
}
