/** Turns what a class says of pickling into the methods that Python's pickle asks for. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { BoostDefinition, StubMember } from "../model/boost-definition.js";
import type { Callable, Parameter } from "../model/callable.js";
import type { Path } from "../spec/document.js";
import type { PicklingSpec } from "../spec/schema/pickling.js";
import { bothWays } from "./annotations.js";
import { checkMadeByBoost } from "./boost-parts.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { callOf, lowerCallable, lowerExamples, memberCallOf } from "./lower-callable.js";
import type { LoweredMethods } from "./lower-methods.js";
import { checkCppName, fromRoot } from "./names.js";
import { resolveType } from "./resolve-type.js";

const METHODS = {
  initArgs: "__getinitargs__",
  getState: "__getstate__",
  setState: "__setstate__",
} as const;

type Role = keyof typeof METHODS;
const ROLES = ["initArgs", "getState", "setState"] as const;

export function lowerPickling(context: Context, inside: ClassScope): LoweredMethods {
  const { pickle } = inside.spec;
  if (pickle === undefined) return { methods: [], definitions: [] };
  const path = [...inside.path, "pickle"];
  const spec = pickle === true ? {} : pickle;
  if (pickle !== true) checkPickling(context, inside, pickle, path);
  const methods = ROLES.flatMap((role) =>
    spec[role] === undefined ? [] : [lowerRole(context, inside, spec, path, role)],
  );
  return { methods, definitions: [enabling(context, inside, spec, path, methods)] };
}

/** What a pickle suite of Boost.Python with too few functions comes to. */
const MISSING =
  "would be a page of template errors, with missing_pickle_suite_function_or_incorrect_signature at its end";

/** What is left out, or said twice. */
function checkPickling(
  context: Context,
  { spec: { constructors }, pythonPath }: ClassScope,
  spec: PicklingSpec,
  path: Path,
): void {
  const { located, report } = context;
  const fault = faultOf(spec);
  if (fault !== undefined) {
    const [why, boost] = fault;
    report(diagnose("GB2048", { name: pythonPath, why, boost }, { span: located.at(...path) }));
    return;
  }
  const isMade = (constructors ?? []).some(
    ({ params, raw, minArguments }) =>
      raw === true ||
      minArguments === 0 ||
      (params ?? []).every((each) => each.default !== undefined),
  );
  if (isMade || spec.suite !== undefined || spec.initArgs !== undefined) return;
  report(diagnose("GB4040", { name: pythonPath }, { span: located.at(...path) }));
}

/** What does not fit together, and what Boost.Python would make of it. */
function faultOf(spec: PicklingSpec): readonly [string, string] | undefined {
  const given = ROLES.filter((role) => spec[role] !== undefined);
  if (spec.suite !== undefined) {
    if (given.length === 0 && spec.stateHoldsDict === undefined) return undefined;
    return ["the suite says all of it", "would make overloads, and call what is defined last"];
  }
  if (given.length === 0) {
    return ["it says neither how to make the object again, nor what its state is", MISSING];
  }
  const hasState = given.includes("getState") || given.includes("setState");
  if (hasState && !(given.includes("getState") && given.includes("setState"))) {
    return ["what getState gives, setState has to take", MISSING];
  }
  if (spec.stateHoldsDict !== true || hasState) return undefined;
  return ["there is no state that would hold the attributes", "would pass over it"];
}

/** A method that calls the function which the spec names. */
function lowerRole(
  context: Context,
  inside: ClassScope,
  spec: PicklingSpec,
  path: Path,
  role: Role,
): Callable {
  const { pythonPath, cpp } = inside;
  const name = METHODS[role];
  const span = context.located.at(...path, role);
  const builtin = (text: string) => resolveType(context, text, span, "");
  // What holds the attributes that Python has set is asked of the Python object.
  const isOfPython = spec.stateHoldsDict === true && role !== "initArgs";
  if (isOfPython) {
    checkMadeByBoost(context, inside, { ...spec }, path, {
      what: "pickling with the attributes of the object",
      keys: Object.keys(spec),
    });
  }
  const tuple = builtin("tuple");
  const state: Parameter = {
    ...{ name: "state", isPositional: false, type: tuple, typeText: "tuple" },
    ...{ typeSpan: span, span },
  };
  return lowerCallable(context, {
    kind: "method",
    name,
    what: "pickling",
    pythonPath: `${pythonPath}.${name}`,
    id: `${pythonPath}.${name}`,
    logicalPath: `${inside.logicalPath}/pickle/${role}`,
    scope: pythonPath,
    self: cpp,
    ...(isOfPython && { selfType: builtin("object") }),
    path,
    target: role,
    levels: inside.levels,
    gilLevels: [],
    spec: { lock: isOfPython ? "none" : spec.lock, examples: spec.examples },
    parameters: role === "setState" ? [state] : [],
    mutatesByDefault: role === "setState",
    result: role === "setState" ? builtin("void") : tuple,
    invoke: (passed, guarded) =>
      isOfPython
        ? callOf(spec[role] ?? "", ["self", ...passed], guarded)
        : memberCallOf(spec[role] ?? "", cpp, passed, guarded),
  });
}

/** What tells Boost.Python that the class may be pickled. */
function enabling(
  context: Context,
  inside: ClassScope,
  spec: PicklingSpec,
  path: Path,
  methods: readonly Callable[],
): BoostDefinition {
  const { pythonPath, logicalPath } = inside;
  const { suite, stateHoldsDict = false } = spec;
  if (suite !== undefined) {
    checkCppName(context, suite, "the suite", context.located.at(...path, "suite"));
    checkMadeByBoost(context, inside, spec, path, {
      what: "a pickle suite",
      keys: Object.keys(spec),
    });
  }
  return {
    form: "visitor",
    name: "pickling",
    pythonPath: `${pythonPath}.pickling`,
    identifier: context.identifiers.callable(`${pythonPath}.pickling`),
    expression:
      suite === undefined
        ? `::gen_bindings::pickled{${stateHoldsDict}}`
        : `::gen_bindings::pickled_by<${fromRoot(suite)}>{}`,
    headers: [],
    stub: [
      flag("__safe_for_unpickling__"),
      ...(stateHoldsDict ? [flag("__getstate_manages_dict__")] : []),
    ],
    // Those of a call body are examples of pickling as well.
    examples: methods.length > 0 ? [] : lowerExamples(context, spec.examples, path),
    logicalPath: `${logicalPath}/pickle`,
    span: context.located.at(...path),
  };
}

function flag(name: string): StubMember {
  return { name, returns: bothWays("builtins.bool").result };
}
