/** Looking a program up, as a shell would, in an environment that is passed in. */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";

/** Environment variables; only those given count, never those of this process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether this user may run the file. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The absolute path of the first of `names` that this user may run.
 *
 * @param names Names to look for, the preferred one first; one that holds a slash is a path.
 * @param environment Where `PATH` is read.
 * @param firstFolders Folders to look in before those of `PATH`.
 */
export function findExecutable(
  names: readonly string[],
  environment: Environment,
  firstFolders: readonly string[] = [],
): string | undefined {
  const folders = [...firstFolders, ...pathFolders(environment)];
  for (const name of names) {
    const candidates = name.includes("/")
      ? [resolve(name)]
      : folders.map((folder) => join(folder, name));
    const found = candidates.find(isExecutable);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The absolute folders of `PATH`; relative ones depend on where one stands and are left out. */
function pathFolders(environment: Environment): readonly string[] {
  return (environment.PATH ?? "").split(delimiter).filter(isAbsolute);
}
