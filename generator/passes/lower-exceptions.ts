/** Turns the exceptions of a module, or of a submodule, into exceptions of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Arrival, ExceptionAttribute, ExceptionModel } from "../model/declarations.js";
import type { Path } from "../spec/document.js";
import type { ModuleContents } from "../spec/schema/contents.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { exceptionReference } from "./exception-reference.js";
import { callOf, checkDeclaredName } from "./lower-callable.js";
import { lowerPresence } from "./lower-presence.js";
import type { ModuleScope } from "./module-scopes.js";
import { addressOf, checkCppName, checkPythonName } from "./names.js";
import { resolveType } from "./resolve-type.js";
import { cppNameOf, join } from "./type-table.js";

type ExceptionSpec = NonNullable<ModuleContents["exceptions"]>[number];

/** The keys that say how a C++ exception arrives: one of them has to be there. */
const WAYS = ["name", "as", "translator"] as const;

/** Keys that say nothing of an exception that arrives so. */
const USELESS = {
  name: [],
  as: ["base", "doc"],
  translator: ["base", "doc", "attributes"],
} as const;

export function lowerExceptions(context: Context, scope: ModuleScope): readonly ExceptionModel[] {
  const { at } = context.located;
  return (scope.contents.exceptions ?? []).map((spec, index) => {
    const path = [...scope.path, "exceptions", index] as const;
    checkKeys(context, spec, path);
    if (spec.name !== undefined)
      checkDeclaredName(context, spec.name, spec.cpp, "the exception", path, checkPythonName);
    if (spec.cpp !== undefined)
      checkCppName(context, spec.cpp, "the exception", at(...path, "cpp"));
    const cpp = cppNameOf({ name: spec.name ?? "", cpp: spec.cpp }, scope.cppScope);
    const name = spec.name ?? cpp.replace(/^::/, "");
    const logicalPath = `${scope.logicalPath}/exceptions/${name}`;
    lowerPresence(context, spec, path, logicalPath);
    const attributes = lowerAttributes(context, spec, path, { cpp, logicalPath, scope });
    return {
      cpp,
      arrival: arrivalOf(context, spec, path, { scope, attributes }),
      attributes,
      scope: scope.pythonPath,
      identifier: context.identifiers.type(join(scope.pythonPath, ".", name)),
      logicalPath,
      span: at(...path),
    };
  });
}

function arrivalOf(
  context: Context,
  spec: ExceptionSpec,
  path: Path,
  inside: { readonly scope: ModuleScope; readonly attributes: readonly ExceptionAttribute[] },
): Arrival {
  const { scope, attributes } = inside;
  if (spec.name === undefined) {
    if (spec.as === undefined) {
      return { form: "translator", call: callOf(spec.translator ?? "", ["error"], false) };
    }
    const raised = exceptionReference(context, scope.pythonPath, spec.as, [...path, "as"]);
    return { form: "existing", raised };
  }
  const doc = docstring(spec.doc, attributes);
  return {
    form: "class",
    name: spec.name,
    pythonPath: join(scope.pythonPath, ".", spec.name),
    base: exceptionReference(context, scope.pythonPath, spec.base ?? "Exception", [
      ...path,
      "base",
    ]),
    ...(doc !== undefined && { doc }),
  };
}

/** One way to arrive, and no key that has no meaning on it. */
function checkKeys({ located, report }: Context, spec: ExceptionSpec, path: Path): void {
  const given = WAYS.filter((key) => spec[key] !== undefined);
  if (given.length !== 1) {
    const found = given.length === 0 ? "none" : given.map((key) => `"${key}"`).join(" and ");
    report(diagnose("GB2060", { found }, { span: located.at(...path) }));
    return;
  }
  const [way = "name"] = given;
  if (way !== "name" && spec.cpp === undefined) {
    report(
      diagnose("GB1012", { key: "cpp", owner: "an exception" }, { span: located.at(...path) }),
    );
  }
  for (const key of USELESS[way]) {
    if (spec[key] === undefined) continue;
    report(diagnose("GB2061", { key, way }, { span: located.atKey(path, key) }));
  }
}

function lowerAttributes(
  context: Context,
  spec: ExceptionSpec,
  exceptionPath: Path,
  { cpp, logicalPath, scope }: { cpp: string; logicalPath: string; scope: ModuleScope },
): readonly ExceptionAttribute[] {
  const { located, report } = context;
  const seen = new Set<string>();
  return (spec.attributes ?? []).map((each, index) => {
    const path = [...exceptionPath, "attributes", index] as const;
    const { name } = each;
    checkDeclaredName(context, name, each.cpp, "the attribute", path, checkPythonName);
    if (seen.has(name)) {
      const twice = { name, first: "an attribute", second: "an attribute" };
      report(diagnose("GB2004", twice, { span: located.at(...path, "name") }));
    }
    seen.add(name);
    return {
      name,
      getter: addressOf(each.cpp ?? name, cpp),
      logicalPath: `${logicalPath}/attributes/${name}`,
      span: located.at(...path),
      ...(each.type !== undefined && {
        type: resolveType(context, each.type, located.at(...path, "type"), scope.pythonPath),
      }),
      ...(each.doc !== undefined && { doc: each.doc }),
    };
  });
}
