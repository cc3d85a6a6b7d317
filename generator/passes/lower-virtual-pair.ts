/** Virtual methods of a class whose wrapper the user wrote by hand. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { type BoostDefinition, stubParameters } from "../model/boost-definition.js";
import type { Path } from "../spec/document.js";
import { checkMadeByBoost, type MadeByBoost } from "./boost-parts.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { checkDeclaredName, lowerExamples } from "./lower-callable.js";
import type { MethodSpec } from "./lower-methods.js";
import { lowerPlainParameters } from "./lower-parameters.js";
import { addressOf, checkCppName, checkPythonName, fromRoot } from "./names.js";
import { resolveType } from "./resolve-type.js";

const MADE_BY_BOOST: MadeByBoost = {
  what: "a virtual method of a hand-written wrapper",
  keys: [
    ...["name", "cpp", "virtual", "const", "default", "params", "returns", "doc", "examples"],
    "lock",
  ],
};

/** The function that C++ calls, and the one that an override finds behind it: def(name, f, default_f). */
export function lowerVirtualPair(
  context: Context,
  inside: ClassScope,
  spec: MethodSpec,
  place: { readonly path: Path; readonly id: string; readonly logicalPath: string },
): BoostDefinition {
  const { located, report } = context;
  const { path, logicalPath } = place;
  checkMadeByBoost(context, inside, spec, path, MADE_BY_BOOST);
  checkDeclaredName(context, spec.name, spec.cpp, "the method", path, checkPythonName);
  const isPure = spec.virtual === "pure";
  if (isPure === (spec.default !== undefined)) {
    const span = isPure ? located.atKey(path, "default") : located.at(...path);
    report(diagnose("GB2042", { name: spec.name }, { span }));
  }
  if (spec.default !== undefined) {
    checkCppName(context, spec.default, "the default", located.at(...path, "default"));
  }
  const target = addressOf(spec.cpp ?? spec.name, inside.cpp);
  const parameters = lowerPlainParameters(context, spec.params, path, {
    scope: inside.pythonPath,
    what: MADE_BY_BOOST.what,
  });
  const result = resolveType(
    context,
    spec.returns ?? "void",
    located.at(...path, "returns"),
    inside.pythonPath,
  );
  const doc = docstring(spec.doc, parameters);
  return {
    form: "def",
    name: spec.name,
    pythonPath: `${inside.pythonPath}.${spec.name}`,
    identifier: context.identifiers.callable(place.id),
    expression: isPure
      ? `::boost::python::pure_virtual(${target})`
      : `${target}, &${fromRoot(spec.default ?? "")}`,
    headers: isPure ? ["pure_virtual"] : [],
    stub: [
      {
        name: spec.name,
        // Boost.Python is told no names.
        parameters: stubParameters(parameters).map((each) => ({ ...each, isPositional: true })),
        returns: result.annotation.result,
      },
    ],
    examples: lowerExamples(context, spec.examples, path),
    logicalPath,
    span: located.at(...path),
    ...(doc !== undefined && { doc }),
  };
}
