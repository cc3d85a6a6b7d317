/** Refuses a policy that can't be kept: Python objects where no thread state is attached. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { freeNames } from "../model/expression.js";
import { type Callable, callablesOf, type Module } from "../model/model.js";
import { spelling } from "../model/type.js";

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
        { what: `the parameter "${each.name}"`, type: spelling(each.type), policy },
        { span: each.span },
      ),
    );
  return [...parameters, ...checkResult(callable, policy)];
}

function checkResult(callable: Callable, policy: string): readonly Diagnostic[] {
  const { result, resultSpan } = callable;
  // A shared pointer that comes out was made by C++; handing it on touches no Python object.
  const isHarmless = result === "deduced" || !result.ownsPython || result.kind === "shared-pointer";
  if (isHarmless) return [];
  const given = { what: "the result", type: spelling(result), policy };
  return [diagnose("GB3003", given, { span: resultSpan })];
}

function checkSteps(callable: Callable): readonly Diagnostic[] {
  const { implementation } = callable;
  if (implementation.form !== "steps") return [];
  const owning = callable.parameters.filter((each) => each.type.ownsPython);
  const named = implementation.steps
    .filter((step) => step.state === "release")
    .flatMap((step) =>
      owning
        .filter((each) => freeNames(step.expression).has(each.name))
        .map(({ name, type }) =>
          diagnose("GB3008", { name, type: spelling(type) }, { span: step.span }),
        ),
    );
  if (implementation.steps.at(-1)?.state !== "release") return named;
  return [
    ...named,
    ...checkResult(callable, `the last step of "${callable.id}" makes it detached`),
  ];
}

function checkCondition(callable: Callable): readonly Diagnostic[] {
  const { when } = callable.gil.value;
  // A condition set on a class or on the module is checked against each callable it reaches.
  if (when === undefined) return [];
  const named = freeNames(when);
  if (callable.parameters.some((each) => named.has(each.name))) return [];
  const span = callable.gil.span ?? callable.span;
  return [diagnose("GB3009", { when }, { span })];
}
