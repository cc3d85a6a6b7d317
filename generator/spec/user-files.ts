/**
 * Collects the user's C++ files, so that the output folder is a complete project by itself: the
 * sources of the spec, its quoted headers, and what these reach by `#include "…"`.
 */
import * as nodeFileSystem from "node:fs";
import { basename, dirname, join, posix, relative, resolve, sep, win32 } from "node:path";
import { type Diagnostic, diagnose, hasErrors, type Outcome } from "../diagnostics/diagnostic.js";
import { didYouMean, slipOf } from "../diagnostics/nearest.js";
import type { Span } from "../diagnostics/source-text.js";
import { systemErrorName, systemErrorText } from "../diagnostics/system-error.js";

/** A path as the spec gives it. */
export interface PathInSpec {
  readonly text: string;
  readonly span: Span;
}

/** The operations that are needed of a file system. */
export type ReadableFileSystem = Pick<
  typeof nodeFileSystem,
  "readFileSync" | "statSync" | "readdirSync"
>;

/** What a spec says of headers. */
export interface HeadersOfSpec {
  /** Where the spec lies; the paths in it start here. */
  readonly specFolder: string;
  /** Quoted ones by their bare path; those in angle brackets are not looked up. */
  readonly headers: readonly PathInSpec[];
  readonly includeDirs: readonly PathInSpec[];
}

export interface UserFilesRequest extends HeadersOfSpec {
  readonly sources: readonly PathInSpec[];
  /** The specs that are imported. Their sources are compiled into modules of their own. */
  readonly imported?: readonly HeadersOfSpec[];
  readonly fileSystem?: ReadableFileSystem;
}

export interface UserFile {
  /** In the output folder: `user/…`. */
  readonly path: string;
  /** By the path the user knows. */
  readonly from: string;
  readonly content: Uint8Array;
}

export interface UserFiles {
  /** In the order of their paths. */
  readonly files: readonly UserFile[];
  /** What is to be compiled, in the order of the spec. */
  readonly sources: readonly string[];
  /** Folders for the include path: the spec's own, then those of `includeDirs` that hold files. */
  readonly includeDirs: readonly string[];
}

/** In bytes. */
const LARGEST_USER_FILE = 8 * 1024 * 1024;

/** The folder in the output that holds them. */
const USER_FOLDER = "user";

/**
 * A line that includes a quoted file. Comments and conditions are not understood: a file included
 * in one is copied although it is not needed, which does no harm.
 */
const QUOTED_INCLUDE = /^[ \t]*#[ \t]*include[ \t]*"([^"\r\n]+)"/gm;

/** A file that was found, by the full path that identifies it. */
interface Collected {
  readonly from: string;
  readonly content: Uint8Array;
}

/**
 * Finds and reads the files. What they include is looked for beside the including file, then in
 * the spec's folder and in `includeDirs`; what is found nowhere is left to the compiler, since it
 * may be one of the generated headers or a library's.
 *
 * Relative includes keep working: below `user/` the files lie as they do in the nearest folder
 * that holds all of them and the spec.
 */
export function collectUserFiles(request: UserFilesRequest): Outcome<UserFiles> {
  const { specFolder, imported = [], fileSystem = nodeFileSystem } = request;
  const specs: readonly HeadersOfSpec[] = [request, ...imported];
  const named = specs.flatMap((each) => [...each.headers, ...each.includeDirs]);
  const diagnostics = [...request.sources, ...named].flatMap(checkRelative);
  if (diagnostics.length > 0) return { diagnostics };

  const includeDirs = specs.flatMap((each, index) => [
    ...(index === 0 ? [] : [each.specFolder]),
    ...each.includeDirs.map(({ text }) => join(each.specFolder, text)),
  ]);
  const searched = [specFolder, ...includeDirs];
  const collected = new Map<string, Collected>();
  diagnostics.push(...specs.flatMap((each) => checkFolders(each, fileSystem)));

  function collect(path: string, span: Span): void {
    if (collected.has(resolve(path))) return;
    const content = readFile(path, span, fileSystem);
    diagnostics.push(...content.diagnostics);
    if (content.value === undefined) return;
    collected.set(resolve(path), { from: path, content: content.value });
    for (const included of quotedIncludes(content.value)) {
      const found = findIncluded(included, [dirname(path), ...searched], fileSystem);
      if (found !== undefined) collect(found, span);
    }
  }

  for (const { text, span } of request.sources) {
    const path = join(specFolder, text);
    if (kindOf(path, fileSystem) !== "absent") collect(path, span);
    else diagnostics.push(missing("GB0150", path, text, span, fileSystem));
  }
  for (const { text, span } of specs.flatMap((each) => each.headers)) {
    if (text.startsWith("<")) continue;
    const found = findIncluded(text, searched, fileSystem);
    if (found !== undefined) collect(found, span);
    else diagnostics.push(diagnose("GB0151", { header: text, looked: listOf(searched) }, { span }));
  }
  if (hasErrors(diagnostics)) return { diagnostics };
  const value = arrange(request, includeDirs, collected);
  diagnostics.push(...checkForCMake(value, request));
  return hasErrors(diagnostics) ? { diagnostics } : { value, diagnostics };
}

/** Paths that a CMake file can't hold in quotes as they are. */
function checkForCMake(
  { sources, includeDirs }: UserFiles,
  request: UserFilesRequest,
): Diagnostic[] {
  const unfit = [...sources, ...includeDirs].find((path) => /[;$"\\\p{Cc}]/u.test(path));
  if (unfit === undefined) return [];
  const [first] = [...request.sources, ...request.includeDirs, ...request.headers];
  const allowed = `the name of a folder on the way holds one of ; $ " \\ or a control character`;
  return [diagnose("GB2009", { text: unfit, what: "a path", allowed }, { span: first?.span })];
}

function checkRelative({ text, span }: PathInSpec): Diagnostic[] {
  return isAbsolute(text) ? [diagnose("GB0152", { path: text }, { span })] : [];
}

/** On whatever system; a drive letter alone is enough. */
function isAbsolute(path: string): boolean {
  return posix.isAbsolute(path) || win32.isAbsolute(path) || /^[a-z]:/i.test(path);
}

function checkFolders(
  { specFolder, includeDirs }: HeadersOfSpec,
  fileSystem: ReadableFileSystem,
): Diagnostic[] {
  return includeDirs.flatMap(({ text, span }) => {
    const path = join(specFolder, text);
    return kindOf(path, fileSystem) === "folder"
      ? []
      : [missing("GB0156", path, text, span, fileSystem)];
  });
}

function readFile(path: string, span: Span, fileSystem: ReadableFileSystem): Outcome<Uint8Array> {
  try {
    const status = fileSystem.statSync(path);
    if (!status.isFile()) return { diagnostics: [diagnose("GB0153", { path }, { span })] };
    if (status.size > LARGEST_USER_FILE) {
      const megabytes = (status.size / 1024 / 1024).toFixed(1);
      return { diagnostics: [diagnose("GB0154", { path, megabytes }, { span })] };
    }
    return { value: fileSystem.readFileSync(path), diagnostics: [] };
  } catch (error) {
    return { diagnostics: [diagnose("GB0155", { path, why: systemErrorText(error) }, { span })] };
  }
}

function quotedIncludes(content: Uint8Array): string[] {
  const text = Buffer.from(content).toString("utf8");
  return [...text.matchAll(QUOTED_INCLUDE)].map(([, included = ""]) => included);
}

/** The first of that name; a folder is passed over, as a compiler does. */
function findIncluded(
  included: string,
  folders: readonly string[],
  fileSystem: ReadableFileSystem,
): string | undefined {
  if (isAbsolute(included)) return undefined;
  const paths = folders.map((folder) => join(folder, included));
  return paths.find((path) => !["absent", "folder"].includes(kindOf(path, fileSystem)));
}

type Kind = "absent" | "file" | "folder" | "other" | "unreadable";

function kindOf(path: string, fileSystem: ReadableFileSystem): Kind {
  try {
    const status = fileSystem.statSync(path);
    if (status.isDirectory()) return "folder";
    return status.isFile() ? "file" : "other";
  } catch (error) {
    return ["ENOENT", "ENOTDIR"].includes(systemErrorName(error)) ? "absent" : "unreadable";
  }
}

function missing(
  code: "GB0150" | "GB0156",
  path: string,
  text: string,
  span: Span,
  fileSystem: ReadableFileSystem,
): Diagnostic {
  const [name, names] = [basename(path), namesIn(dirname(path), fileSystem)];
  const given = { path: text, near: didYouMean(name, names) };
  return diagnose(code, given, { span, slip: slipOf(name, names) });
}

function namesIn(folder: string, fileSystem: ReadableFileSystem): string[] {
  try {
    return fileSystem.readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function listOf(folders: readonly string[]): string {
  return folders.map((folder) => `"${folder}"`).join(", ");
}

/** Gives each file its place below `user/`. */
function arrange(
  { specFolder, sources }: UserFilesRequest,
  includeDirs: readonly string[],
  collected: ReadonlyMap<string, Collected>,
): UserFiles {
  const paths = [...collected.keys()];
  const common = commonFolder([resolve(specFolder), ...paths.map(dirname)]);
  const placeOf = (path: string) =>
    posix.join(USER_FOLDER, relative(common, resolve(path)).split(sep).join("/"));
  const holdsFiles = (folder: string) => paths.some((path) => isWithin(path, resolve(folder)));
  const files = [...collected].map(([path, { from, content }]) => ({
    path: placeOf(path),
    from,
    content,
  }));
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    sources: distinct(sources.map(({ text }) => placeOf(join(specFolder, text)))),
    includeDirs: distinct([specFolder, ...includeDirs.filter(holdsFiles)].map(placeOf)),
  };
}

/** The innermost folder that all of them lie in. */
function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let shared = common;
    while (!isWithin(folder, shared)) shared = dirname(shared);
    return shared;
  });
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function distinct(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}
