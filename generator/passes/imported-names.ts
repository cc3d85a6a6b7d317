/** What imported specs declare, by the names that the spec which imports them may write. */
import type { ImportedSpec } from "../model/imported.js";

export interface ImportedNames {
  /** Without the module in front, where one imported module has it: "Shape" to "base.Shape". */
  readonly paths: ReadonlyMap<string, string>;
  /** Without the module in front, where several have it: all that may be meant. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  /** By path, or by name where it is an entry of `types`: the spec that declares it. */
  readonly origins: ReadonlyMap<string, ImportedSpec>;
}

/** @param own the Python paths of the spec itself, which are never another module's */
export function importedNames(
  imports: readonly ImportedSpec[],
  own: ReadonlySet<string>,
): ImportedNames {
  const origins = new Map<string, ImportedSpec>();
  const found = new Map<string, string[]>();
  for (const spec of imports) {
    for (const { name } of spec.types) origins.set(name, spec);
    for (const path of pathsOf(spec)) {
      origins.set(path, spec);
      const name = path.slice((spec.module ?? "").length + 1);
      if (!own.has(name)) found.set(name, [...(found.get(name) ?? []), path]);
    }
  }
  const several = [...found].filter(([, paths]) => paths.length > 1);
  return {
    paths: new Map(
      [...found].flatMap(([name, [path = "", ...more]]) =>
        more.length === 0 ? [[name, path]] : [],
      ),
    ),
    ambiguous: new Map(several),
    origins,
  };
}

/** The Python paths of a spec's classes, enumerations and exceptions. */
function pathsOf({ classes, enumerations, exceptions }: ImportedSpec): readonly string[] {
  return [
    ...[...classes, ...enumerations].map((each) => each.pythonPath),
    ...exceptions.flatMap(({ arrival }) => (arrival.form === "class" ? [arrival.pythonPath] : [])),
  ];
}
