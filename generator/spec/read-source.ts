/** Reads the bytes of a spec and makes text of them, within limits. */
import { readFileSync, statSync } from "node:fs";
import { diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { type SourceText, sourceText, startOf } from "../diagnostics/source-text.js";

/** In bytes. A hundred thousand functions fit in; a file that is no spec at all does not hang us. */
export const LARGEST_SPEC = 32 * 1024 * 1024;

export function readSource(path: string): Outcome<SourceText> {
  let bytes: Uint8Array;
  try {
    const status = statSync(path);
    if (!status.isFile()) return unreadable(path, "it is not a file");
    if (status.size > LARGEST_SPEC) return tooLarge(path, status.size);
    bytes = readFileSync(path);
  } catch (error) {
    return unreadable(path, explain(error));
  }
  return decode(path, bytes);
}

/** UTF-8 bytes to text; a byte order mark is dropped. */
export function decode(path: string, bytes: Uint8Array): Outcome<SourceText> {
  if (bytes.length > LARGEST_SPEC) return tooLarge(path, bytes.length);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { value: sourceText(path, text), diagnostics: [] };
  } catch {
    return notUtf8(path, bytes);
  }
}

function notUtf8(path: string, bytes: Uint8Array): Outcome<SourceText> {
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const offset = firstDifference(lenient, bytes);
  const source = sourceText(path, lenient);
  const byte = bytes[Buffer.byteLength(lenient.slice(0, offset))] ?? 0;
  const span = { source, start: offset, end: Math.min(offset + 1, lenient.length) };
  return {
    diagnostics: [diagnose("GB1002", { byte: byte.toString(16).padStart(2, "0") }, { span })],
  };
}

/** The offset of the first replacement character that is not in the file itself. */
function firstDifference(lenient: string, bytes: Uint8Array): number {
  const again = Buffer.from(lenient);
  let at = 0;
  while (at < bytes.length && bytes[at] === again[at]) at++;
  // Bytes of one replacement character may agree by chance: go back to its first byte.
  const before = new TextDecoder("utf-8").decode(again.subarray(0, at));
  return before.endsWith("\uFFFD") ? before.length - 1 : before.length;
}

function tooLarge(path: string, size: number): Outcome<SourceText> {
  const megabytes = (size / 1024 / 1024).toFixed(0);
  const span = startOf(sourceText(path, ""));
  return { diagnostics: [diagnose("GB1003", { megabytes }, { span })] };
}

function unreadable(path: string, why: string): Outcome<SourceText> {
  return { diagnostics: [diagnose("GB0001", { path, why })] };
}

function explain(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  return error instanceof Error ? error.message : String(error);
}
