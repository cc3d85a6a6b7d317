/** Turns the exceptions of a module, or of a submodule, into exceptions of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/nearest.js";
import type { ExceptionModel } from "../model/model.js";
import type { Context } from "./context.js";
import { checkDeclaredName } from "./lower-callable.js";
import { type ModuleScope, moduleScopes } from "./module-scopes.js";
import { checkCppName, checkPythonName } from "./names.js";
import { cppNameOf, enclosingPaths, join } from "./type-table.js";
import { BUILTIN_EXCEPTIONS } from "./words.js";

export function lowerExceptions(
  context: Context,
  { contents, path: scopePath, pythonPath: scope, cppScope, logicalPath }: ModuleScope,
): readonly ExceptionModel[] {
  const { spec, at } = context.located;
  const declared = new Set(
    moduleScopes(spec).flatMap(({ contents: { exceptions = [] }, pythonPath }) =>
      exceptions.map((each) => join(pythonPath, ".", each.name)),
    ),
  );
  return (contents.exceptions ?? []).map((each, index) => {
    const path = [...scopePath, "exceptions", index] as const;
    checkDeclaredName(context, each.name, each.cpp, "the exception", path, checkPythonName);
    if (each.cpp !== undefined)
      checkCppName(context, each.cpp, "the exception", at(...path, "cpp"));
    const written = each.base ?? "Exception";
    const found = enclosingPaths(scope, written).find((one) => declared.has(one));
    if (found === undefined && !BUILTIN_EXCEPTIONS.has(written)) {
      const near = didYouMean(written, [...declared, ...BUILTIN_EXCEPTIONS]);
      context.report(diagnose("GB2010", { name: written, near }, { span: at(...path, "base") }));
    }
    const pythonPath = join(scope, ".", each.name);
    return {
      name: each.name,
      pythonPath,
      identifier: context.identifiers.type(pythonPath),
      scope,
      cpp: cppNameOf(each, cppScope),
      base: { name: found ?? written, builtin: found === undefined },
      logicalPath: `${logicalPath}/exceptions/${each.name}`,
      span: at(...path),
      ...(each.doc !== undefined && { doc: each.doc }),
    };
  });
}
