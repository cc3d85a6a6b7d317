/** Functions of C++ that take what Python passes as it is: a tuple and a dict. */
import type { BoostDefinition, StubParameter } from "../model/boost-definition.js";
import type { Path } from "../spec/document.js";
import type { ExampleSpec } from "../spec/schema/callable.js";
import { checkMadeByBoost, type MadeByBoost } from "./boost-parts.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { lowerExamples } from "./lower-callable.js";
import { addressOfFunction, checkPythonName } from "./names.js";

type LockSpec = ClassScope["spec"]["lock"];

const MADE_BY_BOOST: MadeByBoost = {
  what: "a raw function",
  keys: ["name", "cpp", "factory", "raw", "minArguments", "doc", "examples", "lock"],
};

export interface RawFunction {
  readonly spec: {
    readonly doc?: string | undefined;
    readonly lock?: LockSpec | undefined;
    readonly minArguments?: number | undefined;
    readonly examples?: ExampleSpec[] | undefined;
  };
  readonly path: Path;
  readonly name: string;
  /** A qualified name of a C++ function, or an expression. */
  readonly cpp: string;
  readonly pythonPath: string;
  readonly id: string;
  readonly logicalPath: string;
  /** The class that it is a member of. */
  readonly inside?: ClassScope;
}

export function lowerRawFunction(context: Context, raw: RawFunction): BoostDefinition {
  const { spec, path, name, cpp, pythonPath, logicalPath } = raw;
  if (name !== "__init__") {
    checkPythonName(context, name, "the function", context.located.at(...path, "name"));
  }
  checkMadeByBoost(context, raw.inside, spec, path, MADE_BY_BOOST);
  const callee = addressOfFunction(cpp);
  const count = String(spec.minArguments ?? 0);
  const doc = docstring(spec.doc, []);
  const returns = name === "__init__" ? "None" : "typing.Any";
  return {
    form: "def",
    name,
    pythonPath,
    identifier: context.identifiers.callable(raw.id.replace(".__init__", "")),
    expression: `::boost::python::raw_function(${callee}, ${count})`,
    headers: ["raw_function"],
    stub: [{ name, parameters: ["*arguments", "**keywords"].map(anything), returns }],
    // What is passed by keyword does not count: with fewer by position, the next one has its turn.
    takesAnything: count === "0",
    examples: lowerExamples(context, spec.examples, path),
    logicalPath,
    span: context.located.at(...path),
    ...(doc !== undefined && { doc }),
  };
}

function anything(name: string): StubParameter {
  return { name, annotation: "typing.Any", isPositional: false };
}
