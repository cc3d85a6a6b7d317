/** Turns what one module contains, the module itself or a submodule, into parts of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Constant, Submodule } from "../model/declarations.js";
import type { Module } from "../model/model.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { checkDeclaredName } from "./lower-callable.js";
import { type Enclosing, lowerClass } from "./lower-class.js";
import { lowerEnumeration } from "./lower-enumeration.js";
import { lowerExceptions } from "./lower-exceptions.js";
import { lowerFunctions } from "./lower-functions.js";
import { lowerPresence } from "./lower-presence.js";
import type { ModuleScope } from "./module-scopes.js";
import { checkCppName, checkPythonName, isQualifiedName } from "./names.js";
import type { Level } from "./resolve-settings.js";
import { resolveType } from "./resolve-type.js";
import { cppNameOf } from "./type-table.js";

type LoweredContents = Pick<
  Module,
  | "submodules"
  | "exceptions"
  | "classes"
  | "enumerations"
  | "constants"
  | "functions"
  | "definitions"
>;

export function lowerContents(
  context: Context,
  scope: ModuleScope,
  levels: readonly Level[],
): LoweredContents {
  const { contents, path, pythonPath, cppScope, logicalPath } = scope;
  const enclosing: Enclosing = {
    pythonScope: pythonPath,
    cppScope,
    logicalScope: logicalPath,
    levels,
  };
  const constants = lowerConstants(context, scope);
  const submodules = lowerSubmodule(context, scope, constants);
  const classes = (contents.classes ?? []).map((each, index) =>
    lowerClass(context, each, [...path, "classes", index], enclosing),
  );
  const enumerations = (contents.enums ?? []).map((each, index) =>
    lowerEnumeration(context, each, [...path, "enums", index], enclosing),
  );
  return {
    submodules,
    exceptions: lowerExceptions(context, scope),
    classes: classes.flatMap((each) => each.classes),
    enumerations: [...enumerations, ...classes.flatMap((each) => each.enumerations)],
    constants,
    ...lowerFunctions(context, scope, levels),
  };
}

/** The submodule that a scope is; the module itself is none. */
function lowerSubmodule(
  context: Context,
  { submodule, path, pythonPath, scope, logicalPath }: ModuleScope,
  constants: readonly Constant[],
): readonly Submodule[] {
  if (submodule === undefined) return [];
  const { at } = context.located;
  const { name, namespace } = submodule;
  checkPythonName(context, name, "the submodule", at(...path, "name"));
  if (namespace !== undefined)
    checkCppName(context, namespace, "the namespace", at(...path, "namespace"));
  lowerPresence(context, submodule, path, logicalPath);
  const doc = docstring(submodule.doc, constants);
  return [
    {
      name,
      pythonPath,
      scope,
      logicalPath,
      span: at(...path),
      ...(doc !== undefined && { doc }),
    },
  ];
}

function lowerConstants(
  context: Context,
  { contents, path: scopePath, pythonPath: scope, cppScope, logicalPath }: ModuleScope,
): readonly Constant[] {
  return (contents.constants ?? []).map((each, index) => {
    const path = [...scopePath, "constants", index] as const;
    checkDeclaredName(context, each.name, each.cpp, "the constant", path, checkPythonName);
    const constantPath = `${logicalPath}/constants/${each.name}`;
    lowerPresence(context, each, path, constantPath);
    const named = each.cpp === undefined || isQualifiedName(each.cpp);
    const span = context.located.at(...path, "type");
    const type = each.type === undefined ? undefined : resolveType(context, each.type, span, scope);
    if (type?.kind === "void" && type.indirection === "value") {
      const what = `the constant "${each.name}"`;
      context.report(diagnose("GB4005", { what }, { span }));
    }
    return {
      name: each.name,
      scope,
      cpp: named ? cppNameOf(each, cppScope) : (each.cpp ?? ""),
      logicalPath: constantPath,
      span: context.located.at(...path),
      ...(type !== undefined && { type }),
      ...(each.doc !== undefined && { doc: each.doc }),
    };
  });
}
