/** Refuses a policy that can't be kept: Python objects where no thread state is attached. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { type Callable, callablesOf, type Module, type Parameter } from "../model/model.js";

export function checkGil(module: Module): readonly Diagnostic[] {
  return callablesOf(module).flatMap((each) => [
    ...checkOwnership(each),
    ...checkSteps(each),
    ...checkCondition(each),
  ]);
}

function checkOwnership(callable: Callable): readonly Diagnostic[] {
  const { name, when } = callable.gil.value;
  if (name !== "release") return [];
  const origin =
    callable.gil.from === `this ${callable.kind}` ? "" : ` (set by ${callable.gil.from})`;
  const policy = `"${callable.id}" ${when === undefined ? "releases" : "may release"} the GIL${origin}`;
  const parameters = callable.parameters
    .filter((each) => each.type.ownsPython)
    .map((each) =>
      diagnose(
        "GB3003",
        { what: `the parameter "${each.name}"`, type: each.type.python, policy },
        { span: each.span },
      ),
    );
  // A shared pointer that comes out was made by C++; handing it on touches no Python object.
  const { result } = callable;
  if (result === "deduced" || result.kind !== "python") return parameters;
  const given = { what: "the result", type: result.python, policy };
  return [...parameters, diagnose("GB3003", given, { span: callable.span })];
}

function checkSteps(callable: Callable): readonly Diagnostic[] {
  const { implementation } = callable;
  if (implementation.form !== "steps") return [];
  const owning = callable.parameters.filter((each) => each.type.ownsPython);
  return implementation.steps
    .filter((step) => step.state === "release")
    .flatMap((step) =>
      owning
        .filter((each) => names(step.expression, each))
        .map(({ name, type }) =>
          diagnose("GB3008", { name, type: type.python }, { span: step.span }),
        ),
    );
}

function checkCondition(callable: Callable): readonly Diagnostic[] {
  const { when } = callable.gil.value;
  // A condition set on a class or on the module is checked against each callable it reaches.
  if (when === undefined || callable.parameters.some((each) => names(when, each))) return [];
  const span = callable.gil.span ?? callable.span;
  return [diagnose("GB3009", { when }, { span })];
}

/** Whether a C++ expression mentions a parameter outside of strings and member accesses. */
function names(expression: string, parameter: Parameter): boolean {
  const code = expression.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""');
  return new RegExp(`(?<![\\w.]|->|::)${parameter.name}(?!\\w)`).test(code);
}
