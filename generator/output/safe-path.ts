/** Which paths a generated file may have: inside the output folder, and storable on every system. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { GeneratedFile } from "./generated-file.js";
import { BUILD_FOLDER, MANIFEST, WORK_FOLDER } from "./own-names.js";

/** In bytes; the limit of the common file systems. */
const LONGEST_NAME = 255;

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)/i;

// Control characters and lone surrogates are no part of a name either.
const FORBIDDEN_CHARACTER = /[<>:"|?*\p{Cc}\p{Cs}]/u;

/** Why no file may be generated at `path`, or undefined where it may. */
export function whyUnsafe(path: string): string | undefined {
  if (path.includes("\\")) return "it holds a backslash";
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return "it is absolute";
  const parts = path.split("/");
  const first = fold(parts[0] ?? "");
  if (first === BUILD_FOLDER) return `the folder "${BUILD_FOLDER}" belongs to CMake`;
  if (first === WORK_FOLDER || first === MANIFEST)
    return "the generator keeps its own records there";
  return parts.map(whyUnsafeName).find((why) => why !== undefined);
}

function whyUnsafeName(name: string): string | undefined {
  if (name === "") return "a part of it is empty";
  if (name === "." || name === "..") return `it holds "${name}"`;
  if (/[. ]$/.test(name)) return `"${name}" ends with a ${name.endsWith(".") ? "dot" : "blank"}`;
  if (WINDOWS_DEVICE.test(name)) return `"${name}" is the name of a device on Windows`;
  const character = FORBIDDEN_CHARACTER.exec(name)?.[0];
  if (character !== undefined) return `it holds the character ${JSON.stringify(character)}`;
  if (Buffer.byteLength(name) > LONGEST_NAME)
    return `"${name}" has more than ${LONGEST_NAME} bytes`;
  return undefined;
}

/** Unsafe paths, and pairs of paths that some file system can't tell apart. */
export function checkPaths(files: readonly GeneratedFile[]): Diagnostic[] {
  const unsafe = files.flatMap(({ path, copiedFrom }) => {
    const why = whyUnsafe(path);
    return why === undefined ? [] : [diagnose("GB0107", { path, why, original: copiedFrom })];
  });
  return unsafe.length > 0 ? unsafe : checkCollisions(files);
}

function checkCollisions(files: readonly GeneratedFile[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, string>();
  for (const { path } of files) {
    const other = seen.get(fold(path));
    if (other === undefined) seen.set(fold(path), path);
    else diagnostics.push(diagnose("GB0108", { path, other }));
  }
  for (const { path } of files) {
    for (const parent of parentsOf(path)) {
      const other = seen.get(fold(parent));
      if (other !== undefined) diagnostics.push(diagnose("GB0108", { path, other }));
    }
  }
  return diagnostics;
}

/** The folders above a path, innermost first, without the output folder itself. */
export function parentsOf(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join("/"));
}

/** What file systems that ignore case, or normalise names, take for the same name. */
export function fold(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
