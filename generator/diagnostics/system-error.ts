/** What the operating system says of a file operation that failed. */
import { getSystemErrorMap } from "node:util";

/** The name of a system error, such as `ENOENT`. What is no system error is a bug, and thrown on. */
export function systemErrorName(error: unknown): string {
  if (error instanceof Error && "code" in error) return String(error.code);
  throw error;
}

/** A system error in a few plain words without any path: `permission denied`. */
export function systemErrorText(error: unknown): string {
  const name = systemErrorName(error);
  for (const [known, text] of getSystemErrorMap().values()) if (known === name) return text;
  return name;
}
