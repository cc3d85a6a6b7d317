/** Reads the bytes of a spec and makes text of them, within limits. */
import { readFileSync, statSync } from "node:fs";
import { diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { type SourceText, sourceText, startOf } from "../diagnostics/source-text.js";

/** In bytes. A hundred thousand functions fit in; a file that is no spec at all does not hang us. */
const LARGEST_SPEC = 32 * 1024 * 1024;

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

/** UTF-8 bytes to text; a byte order mark is no part of the text. */
export function decode(path: string, bytes: Uint8Array): Outcome<SourceText> {
  if (bytes.length > LARGEST_SPEC) return tooLarge(path, bytes.length);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value = isMarked(bytes)
      ? { ...sourceText(path, text), isMarked: true }
      : sourceText(path, text);
    return { value, diagnostics: [] };
  } catch {
    return notUtf8(path, bytes);
  }
}

/** Whether they begin with a byte order mark. */
function isMarked(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function notUtf8(path: string, marked: Uint8Array): Outcome<SourceText> {
  const bytes = isMarked(marked) ? marked.subarray(3) : marked;
  const good = goodBeginning(bytes);
  const byte = bytes[Buffer.byteLength(good)] ?? 0;
  const source = sourceText(path, decoder().decode(bytes));
  const span = { source, start: good.length, end: good.length + 1 };
  return {
    diagnostics: [diagnose("GB1002", { byte: byte.toString(16).padStart(2, "0") }, { span })],
  };
}

/** The text before the first byte that is not UTF-8; found by halves. */
function goodBeginning(bytes: Uint8Array): string {
  const beginning = (length: number, fatal: boolean) =>
    decoder(fatal).decode(bytes.subarray(0, length), { stream: true });
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      beginning(middle, true);
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return beginning(good, false);
}

/** A mark that is not at the start is a character like any other. */
function decoder(fatal = false) {
  return new TextDecoder("utf-8", { fatal, ignoreBOM: true });
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
