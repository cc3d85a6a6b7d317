/** What a name stands for that the spec declares: where it is looked for, and the types it adds to C++'s. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { Annotation } from "../model/type.js";
import { ANYTHING, bothWays } from "./annotations.js";
import type { Context } from "./context.js";
import { fromRoot } from "./names.js";
import { readAnnotation } from "./python-annotation.js";
import { mentionsPythonType } from "./python-mentions.js";
import { parseType } from "./type-expression.js";
import { type DeclaredExternal, join, type TypeTable } from "./type-table.js";
import type { ValueType } from "./value-types.js";

/** The Python path of a class or enumeration, by Python name from the inside out, or C++ name. */
export function lookUp(types: TypeTable, scope: string, name: string): string | undefined {
  const known = (path: string) => types.classes.has(path) || types.enumerations.has(path);
  for (let around = scope; around !== ""; around = around.replace(/\.?[^.]*$/, "")) {
    if (known(join(around, ".", name))) return join(around, ".", name);
  }
  if (known(name)) return name;
  const imported = types.imported.paths.get(name) ?? "";
  return known(imported) ? imported : types.byCppName.get(fromRoot(name));
}

export function externalType(
  types: TypeTable,
  name: string,
  declared: DeclaredExternal,
): ValueType {
  const { cpp, isOpaque } = declared;
  const parsed = parseType(cpp);
  const ownsPython = "value" in parsed && mentionsPythonType(parsed.value);
  const annotation = annotationOf(declared, types) ?? ANYTHING;
  return { kind: isOpaque ? "opaque" : "external", cpp, python: name, annotation, ownsPython };
}

/** What is wrong with an annotation is reported once, where it is declared. */
export function annotationOf(
  { python }: { readonly python?: string },
  types: TypeTable,
): Annotation | undefined {
  const read = python === undefined ? undefined : readAnnotation(python, types);
  return read !== undefined && "text" in read ? bothWays(read.text) : undefined;
}

/** What is wrong with a name that several imported modules have; nothing where one or none has it. */
export function ambiguity(
  { types }: Pick<Context, "types">,
  name: string,
  span: Span,
): Diagnostic | undefined {
  const all = types.imported.ambiguous.get(name);
  return all && diagnose("GB2104", { name, all: all.join(", ") }, { span });
}
