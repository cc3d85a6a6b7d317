/** Refuses a policy that can't be kept: Python objects where no thread state is attached. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { freeNames } from "../model/expression.js";
import { type Callable, callablesOf, type Module, type PropertyModel } from "../model/model.js";
import { spelling } from "../model/type.js";

export function checkGil(module: Module): readonly Diagnostic[] {
  const callables = callablesOf(module);
  return [
    ...callables.flatMap((each) => [...checkOwnership(each), ...checkSteps(each)]),
    ...checkConditions(callables),
    ...module.classes.flatMap((each) => each.properties.flatMap(checkSetter)),
  ];
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

/** A condition set on a class or on the module is told once, with all that it does not fit. */
function checkConditions(callables: readonly Callable[]): readonly Diagnostic[] {
  const conditional = callables.filter((each) => each.gil.value.when !== undefined);
  const names = new Map(conditional.map((each) => [each, freeNames(each.gil.value.when ?? "")]));
  const overSelf = conditional.filter((each) => names.get(each)?.has("self"));
  const blind = conditional.filter(
    (each) =>
      !overSelf.includes(each) && !each.parameters.some((one) => names.get(each)?.has(one.name)),
  );
  return [...oncePerPlace("GB3009", blind), ...oncePerPlace("GB3010", overSelf)];
}

function oncePerPlace(
  code: "GB3009" | "GB3010",
  callables: readonly Callable[],
): readonly Diagnostic[] {
  const places = [...new Set(callables.map((each) => each.gil.span?.start))];
  return places.flatMap((start) => {
    const same = callables.filter((each) => each.gil.span?.start === start);
    const [first] = same;
    const names = same.map((each) => `"${each.id}"`).join(", ");
    const given = { when: first?.gil.value.when ?? "", names };
    return [diagnose(code, given, { span: first?.gil.span })];
  });
}

/** Only a type that the spec names can be asked whether it owns a Python object. */
function checkSetter({ set }: PropertyModel): readonly Diagnostic[] {
  if (set === undefined || set.gil.value.name !== "release") return [];
  const named = set.parameters.every((each) => !each.type.cpp.includes("decltype("));
  return named ? [] : [diagnose("GB3011", { name: set.name }, { span: set.gil.span ?? set.span })];
}
