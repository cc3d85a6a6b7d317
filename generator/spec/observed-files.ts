/** A file system that tells which paths were looked at, whether or not anything is there. */
import type { ReadableFileSystem } from "./user-files.js";

/** @param look told the path of each file that is read or asked for */
export function observed(
  fileSystem: ReadableFileSystem,
  look: (path: string) => void,
): ReadableFileSystem {
  return {
    ...fileSystem,
    readFileSync: telling(fileSystem.readFileSync, look),
    statSync: telling(fileSystem.statSync, look),
  };
}

/** The operation itself, but for what it is told: its first argument is a path. */
function telling<Operation extends object>(
  operation: Operation,
  look: (path: string) => void,
): Operation {
  return new Proxy(operation, {
    apply: (target, self, given) => {
      look(String(given[0]));
      return Reflect.apply(target as never, self, given);
    },
  });
}
