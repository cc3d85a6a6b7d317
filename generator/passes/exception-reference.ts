/** Finds the exception of Python's, or of the spec, that a name means. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean, slipOf } from "../diagnostics/nearest.js";
import type { ExceptionReference } from "../model/declarations.js";
import { BUILTIN_EXCEPTIONS } from "../model/python-exceptions.js";
import type { Path } from "../spec/document.js";
import type { Context } from "./context.js";
import { ambiguity } from "./declared-names.js";
import { moduleScopes } from "./module-scopes.js";
import { enclosingPaths, join } from "./type-table.js";

/** Seen from the class or submodule `scope`, "" for the module. */
export function exceptionReference(
  context: Context,
  scope: string,
  name: string,
  path: Path,
): ExceptionReference {
  const { spec, at } = context.located;
  const declared = new Set(
    moduleScopes(spec).flatMap(({ contents: { exceptions = [] }, pythonPath }) =>
      exceptions.flatMap((each) =>
        each.name === undefined ? [] : [join(pythonPath, ".", each.name)],
      ),
    ),
  );
  const { imported } = context.types;
  for (const path of imported.origins.keys()) if (isException(context, path)) declared.add(path);
  const found =
    enclosingPaths(scope, name).find((each) => declared.has(each)) ??
    [imported.paths.get(name) ?? ""].find((each) => declared.has(each));
  const origin = imported.origins.get(found ?? "");
  if (origin !== undefined) context.usedImports.add(origin);
  if (found === undefined && !BUILTIN_EXCEPTIONS.has(name)) {
    const several = ambiguity(context, name, at(...path));
    if (several !== undefined) {
      context.report(several);
      return { name, builtin: false };
    }
    const known = [...declared, ...imported.paths.keys(), ...BUILTIN_EXCEPTIONS];
    const place = { span: at(...path), slip: slipOf(name, known) };
    context.report(diagnose("GB2010", { name, near: didYouMean(name, known) }, place));
  }
  return { name: found ?? name, builtin: found === undefined };
}

/** Whether another module declares an exception of this path. */
function isException({ types }: Context, path: string): boolean {
  const exceptions = types.imported.origins.get(path)?.exceptions ?? [];
  return exceptions.some(({ arrival }) => arrival.form === "class" && arrival.pythonPath === path);
}
