/** Refuses Python objects where no thread state is attached. */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import type { Callable } from "../../model/callable.js";
import type { PropertyModel } from "../../model/class.js";
import { freeNames } from "../../model/expression.js";
import { callablesOf, type Module } from "../../model/model.js";
import { spelling } from "../../model/type.js";
import { originText } from "./states.js";

export function checkOwnership(module: Module): readonly Diagnostic[] {
  return [
    ...callablesOf(module).flatMap((each) => [
      ...checkReleased(each),
      ...checkGuarded(each),
      ...checkSteps(each),
    ]),
    ...module.classes.flatMap((each) => each.properties.flatMap(checkSetter)),
  ];
}

function checkReleased(callable: Callable): readonly Diagnostic[] {
  const { name, when } = callable.gil.value;
  if (name !== "release") return [];
  const verb = when === undefined ? "releases" : "may release";
  const policy = `"${callable.id}" ${verb} the GIL${originText(callable.gil.from, callable.kind)}`;
  const parameters = callable.parameters
    .filter((each) => each.type.ownsPython)
    .map((each) =>
      diagnose(
        "GB3003",
        { what: `the parameter "${each.name}"`, type: spelling(each.type), policy },
        { span: each.span },
      ),
    );
  return [...parameters, ...checkWritten(callable, policy), ...checkResult(callable, policy)];
}

/** What C++ writes is handed on while the region stands, or what a guard has left. */
function checkWritten({ adapter }: Callable, policy: string): readonly Diagnostic[] {
  return (adapter?.locals ?? [])
    .filter((each) => !each.isGiven && each.type.ownsPython)
    .map(({ name, type, span }) => {
      const given = { what: `the parameter "${name}"`, type: spelling(type), policy };
      return diagnose("GB3003", given, { span });
    });
}

function checkGuarded(callable: Callable): readonly Diagnostic[] {
  if (callable.gil.value.name !== "guard") return [];
  return checkWritten(callable, `"${callable.id}" may leave the GIL released by its guard`);
}

function checkResult(callable: Callable, policy: string): readonly Diagnostic[] {
  const { resultSpan } = callable;
  const result = callable.adapter?.returned ?? callable.result;
  const isHarmless = result === "deduced" || !result.ownsPython;
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

/** Only a type that the spec names can be asked whether it owns a Python object. */
function checkSetter({ set }: PropertyModel): readonly Diagnostic[] {
  if (set === undefined || set.gil.value.name !== "release") return [];
  const named = set.parameters.every((each) => !each.type.cpp.includes("decltype("));
  return named ? [] : [diagnose("GB3011", { name: set.name }, { span: set.gil.span ?? set.span })];
}
