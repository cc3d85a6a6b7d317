/** Function objects of C++ that NumPy broadcasts: Boost.Python's unary_ufunc and binary_ufunc. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { BoostDefinition, StubParameter } from "../model/boost-definition.js";
import type { Path } from "../spec/document.js";
import { checkMadeByBoost, type MadeByBoost } from "./boost-parts.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { lowerExamples } from "./lower-callable.js";
import { checkPythonName } from "./names.js";

type MethodSpec = NonNullable<ClassScope["spec"]["methods"]>[number];

const MADE_BY_BOOST: MadeByBoost = {
  what: "a function of NumPy's kind",
  keys: ["name", "ufunc", "doc", "examples", "lock"],
};

/** The names that Boost.Python gives to the arguments, in boost/python/numpy/ufunc.hpp. */
const INPUTS = { unary: ["input"], binary: ["input1", "input2"] } as const;

export function lowerUfunc(
  context: Context,
  inside: ClassScope,
  spec: MethodSpec & { readonly ufunc: "unary" | "binary" },
  place: { readonly path: Path; readonly id: string; readonly logicalPath: string },
): BoostDefinition {
  const { located, report } = context;
  const { path, id, logicalPath } = place;
  checkPythonName(context, spec.name, "the method", located.at(...path, "name"));
  checkMadeByBoost(context, inside, spec, path, MADE_BY_BOOST);
  if (located.spec.module.numpy !== true) {
    report(diagnose("GB4061", { what: '"ufunc"' }, { span: located.atKey(path, "ufunc") }));
  }
  const doc = docstring(spec.doc, []);
  const inputs = INPUTS[spec.ufunc].map((name) => parameter(name));
  return {
    form: "def",
    name: spec.name,
    pythonPath: `${inside.pythonPath}.${spec.name}`,
    identifier: context.identifiers.callable(id),
    expression: `::boost::python::numpy::${spec.ufunc}_ufunc<${inside.cpp}>::make()`,
    headers: ["numpy"],
    stub: [
      {
        name: spec.name,
        parameters: [...inputs, { ...parameter("output"), default: "unknown" }],
        returns: "typing.Any",
      },
    ],
    examples: lowerExamples(context, spec.examples, path),
    logicalPath,
    span: located.at(...path),
    ...(doc !== undefined && { doc }),
  };
}

function parameter(name: string): StubParameter {
  return { name, annotation: "typing.Any", isPositional: false };
}
