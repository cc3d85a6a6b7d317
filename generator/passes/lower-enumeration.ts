/** Turns an enumeration of the spec into one of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Enumeration } from "../model/declarations.js";
import type { Path } from "../spec/document.js";
import type { Spec } from "../spec/schema/spec.js";
import type { Context } from "./context.js";
import { checkDeclaredName } from "./lower-callable.js";
import { lowerPresence } from "./lower-presence.js";
import { checkCppName, checkPythonName, checkSharedName, fromRoot } from "./names.js";
import { cppNameOf, join } from "./type-table.js";

type EnumerationSpec = NonNullable<Spec["enums"]>[number];

export function lowerEnumeration(
  context: Context,
  spec: EnumerationSpec,
  path: Path,
  enclosing: {
    readonly pythonScope: string;
    readonly cppScope: string;
    readonly logicalScope: string;
  },
): Enumeration {
  const { located, report } = context;
  checkDeclaredName(context, spec.name, spec.cpp, "the enumeration", path, checkPythonName);
  if (spec.cpp !== undefined)
    checkCppName(context, spec.cpp, "the enumeration", located.at(...path, "cpp"));
  const pythonPath = join(enclosing.pythonScope, ".", spec.name);
  const cpp = cppNameOf(spec, enclosing.cppScope);
  const logicalPath = `${enclosing.logicalScope}/enums/${spec.name}`;
  lowerPresence(context, spec, path, logicalPath);
  const kind = spec.kind ?? "boost";
  const seen = new Set<string>();
  const values = spec.values.map((value, index) => {
    const at = [...path, "values", index] as const;
    const name = typeof value === "string" ? value : value.name;
    const written = typeof value === "string" ? undefined : value.cpp;
    const span = typeof value === "string" ? located.at(...at) : located.at(...at, "name");
    const check = written === undefined ? checkSharedName : checkPythonName;
    check(context, name, "the enumerator", span);
    if (written !== undefined)
      checkCppName(context, written, "the enumerator", located.at(...at, "cpp"));
    if (seen.has(name)) {
      report(
        diagnose("GB2004", { name, first: "an enumerator", second: "an enumerator" }, { span }),
      );
    }
    seen.add(name);
    if (kind !== "boost" && !isEnumMember(name)) {
      report(diagnose("GB2064", { name, kind }, { span }));
    }
    const valuePath = `${logicalPath}/values/${name}`;
    if (typeof value !== "string") lowerPresence(context, value, at, valuePath);
    return {
      name,
      logicalPath: valuePath,
      cpp: written === undefined ? `${cpp}::${name}` : fromRoot(written),
    };
  });
  return {
    name: spec.name,
    kind,
    pythonPath,
    identifier: context.identifiers.type(pythonPath),
    scope: enclosing.pythonScope,
    cpp,
    values,
    export: spec.export ?? false,
    logicalPath,
    span: located.at(...path),
    ...(spec.doc !== undefined && { doc: spec.doc }),
  };
}

/** Python's module enum keeps names such as _order_ for itself, and mro is a method of each class. */
function isEnumMember(name: string): boolean {
  return name !== "mro" && !/^_.*_$/.test(name);
}
