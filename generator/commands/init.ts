/** `gen-bindings init [DIR]`: a new project that builds, and whose tests pass, at once. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { systemErrorText } from "../diagnostics/system-error.js";
import { projectsFolder } from "../package-files.js";
import { COMMON_FOLDER, type ProjectBuild, type SpecSyntax } from "./project-kinds.js";
import type { Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

export interface NewProject {
  /** The folder that it goes to, which may be there already. */
  readonly folder: string;
  readonly syntax: SpecSyntax;
  readonly build: ProjectBuild;
}

/** Writes the project, all of it or nothing, and says what to do with it. */
export function init({ folder, syntax, build }: NewProject, surroundings: Surroundings): Status {
  const files = projectFiles([COMMON_FOLDER, syntax.folder, build.folder], syntax.spec);
  const status = tell(surroundings, write(folder, files));
  if (status !== 0) return status;
  const { print } = surroundings.terminal;
  for (const path of files.keys()) print(`written: ${join(folder, path)}`);
  print("next:");
  const enter = relative("", folder) === "" ? [] : [`cd ${quoted(folder)}`];
  for (const command of [...enter, ...build.commands]) print(`  ${command}`);
  return 0;
}

/** The files of the parts by their paths in the project, in the order of the paths. */
function projectFiles(parts: readonly string[], spec: string): ReadonlyMap<string, string> {
  const files = parts.flatMap((part) => {
    const folder = join(projectsFolder, part);
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const text = readFileSync(join(parentPath, name), "utf8").replaceAll("@spec@", spec);
        return [join(relative(folder, parentPath), name.replace(/^_(?!_)/, ".")), text] as const;
      });
  });
  return new Map([...new Map(files)].sort(([first], [second]) => (first < second ? -1 : 1)));
}

/** A link that leads nowhere is there too. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Never replaces a file, not even one that appears meanwhile. */
function write(folder: string, files: ReadonlyMap<string, string>): readonly Diagnostic[] {
  const written: string[] = [];
  try {
    const paths = [...files.keys()].filter((path) => isThere(join(folder, path)));
    if (paths.length > 0) return [diagnose("GB0009", { folder, paths })];
    for (const [path, text] of files) {
      const full = join(folder, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text, { flag: "wx" });
      written.push(full);
    }
    return [];
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    return [diagnose("GB0010", { folder, why: systemErrorText(error) })];
  }
}

/** As a shell reads it. */
function quoted(path: string): string {
  return /^[\w./][\w./-]*$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
