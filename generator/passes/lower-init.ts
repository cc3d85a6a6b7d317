/** Constructors of a class with a hand-written wrapper: Boost.Python's init, which makes the wrapper. */
import { type BoostDefinition, stubParameters } from "../model/boost-definition.js";
import type { Parameter } from "../model/callable.js";
import type { Path } from "../spec/document.js";
import { checkMadeByBoost, type MadeByBoost } from "./boost-parts.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { lowerCallPolicy } from "./lower-call-policy.js";
import { lowerExamples } from "./lower-callable.js";
import { lowerPlainParameters } from "./lower-parameters.js";

type ConstructorSpec = NonNullable<ClassScope["spec"]["constructors"]>[number];

const MADE_BY_BOOST: MadeByBoost = {
  what: "a constructor of a hand-written wrapper",
  keys: ["params", "self", "minArguments", "policy", "doc", "examples", "lock"],
};

export function lowerInit(
  context: Context,
  inside: ClassScope,
  spec: ConstructorSpec,
  place: { readonly path: Path; readonly id: string; readonly logicalPath: string },
): BoostDefinition {
  const { path, id, logicalPath } = place;
  // An object that is being made is nobody else's yet: it needs no lock.
  checkMadeByBoost(context, inside, { ...spec, lock: "none" }, path, MADE_BY_BOOST);
  const parameters = lowerPlainParameters(context, spec.params, path, {
    scope: inside.pythonPath,
    what: MADE_BY_BOOST.what,
  });
  const doc = docstring(spec.doc, parameters);
  const policy = lowerCallPolicy(
    context,
    { spec, kind: "constructor", result: "deduced", path, id },
    parameters,
  );
  // Each ward with its custodian; the first of the list is the innermost.
  const policies = policy.keepsAlive.reduce(
    (base, { custodian, ward }) =>
      `::boost::python::with_custodian_and_ward<${custodian}, ${ward}, ${base}>`,
    "::boost::python::default_call_policies",
  );
  const types = initTypes(parameters, spec.minArguments ?? parameters.length);
  return {
    form: "init",
    name: "__init__",
    pythonPath: inside.pythonPath,
    identifier: context.identifiers.callable(id.replace(".__init__", "")),
    expression: `::boost::python::init<${types.join(", ")}>`,
    names: { selfName: spec.self ?? "self", parameters },
    ...(policy.keepsAlive.length > 0 && { policies }),
    headers: ["init", ...(policy.keepsAlive.length === 0 ? [] : ["with_custodian_and_ward"])],
    stub: [
      {
        name: "__init__",
        parameters: stubParameters(parameters, spec.minArguments),
        returns: "None",
      },
    ],
    examples: lowerExamples(context, spec.examples, path),
    logicalPath,
    span: context.located.at(...path),
    ...(doc !== undefined && { doc }),
  };
}

/** Those behind the first `count` may be left out. */
function initTypes(parameters: readonly Parameter[], count: number): readonly string[] {
  const all = parameters.map((each) => each.type.cpp);
  if (count >= all.length) return all;
  return [...all.slice(0, count), `::boost::python::optional<${all.slice(count).join(", ")}>`];
}
