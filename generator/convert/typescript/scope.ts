/** What all who print declarations share: the names, and the comments of the source. */
import type { Json, JsonObject } from "../json.js";
import type { TypeNames } from "./type-text.js";

export type Path = readonly (string | number)[];

export interface Scope extends TypeNames {
  /** The classes of the outermost scope that have this one as a base. */
  readonly derivedFrom: (name: Json | undefined) => readonly JsonObject[];
  /** What the source says before a value, as comment lines, each with its line break. */
  readonly remarks: (path: Path) => string;
}

/** A declaration with the comments before it. */
export function declaration(scope: Scope, path: Path, comment: string, text: string): string {
  return `${scope.remarks(path)}${comment === "" ? "" : `${comment}\n`}${text}`;
}
