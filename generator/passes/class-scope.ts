/** What the lowering of a class's members knows of the class around them. */
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { Level } from "./resolve-settings.js";

export interface ClassScope {
  readonly spec: ClassSpec;
  readonly path: Path;
  readonly pythonPath: string;
  /** The C++ identifier made of the Python path. */
  readonly identifier: string;
  readonly cpp: string;
  readonly logicalPath: string;
  /** Nearest first: the class, what encloses it, the module. */
  readonly levels: readonly Level[];
  readonly outerLevels: readonly Level[];
}

/** Whether Python classes may override some method, by a trampoline that is emitted. */
export function isOverridable({ methods, wrapper }: ClassSpec): boolean {
  return wrapper === undefined && (methods ?? []).some((each) => each.virtual !== undefined);
}
