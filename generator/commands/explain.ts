/** `gen-bindings explain NAME|CODE`: a callable's policy and where it came from, or a diagnostic. */
import { catalogue, type DiagnosticCode } from "../diagnostics/catalogue.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/nearest.js";
import { placeText } from "../diagnostics/report.js";
import { type Callable, callablesOf, type Setting } from "../model/model.js";
import { checkSpec } from "../pipeline.js";
import type { Options, Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

export function explain(name: string, options: Options, surroundings: Surroundings): Status {
  const { terminal } = surroundings;
  if (Object.hasOwn(catalogue, name)) {
    terminal.print(explainCode(name as DiagnosticCode));
    return 0;
  }
  const checked = options.specs.map((path) => checkSpec(path));
  if (
    tell(
      surroundings,
      checked.flatMap((each) => each.diagnostics),
    ) !== 0
  )
    return 1;
  const modules = checked.flatMap((each) => each.value?.module ?? []);
  const all = modules.flatMap((module) =>
    callablesOf(module).map((callable) => ({ callable, module: module.name })),
  );
  const found = all.filter(({ callable, module }) => namesOf(callable, module).includes(name));
  if (found.length === 0) {
    const near = didYouMean(
      name,
      all.flatMap((each) => namesOf(each.callable, each.module)),
    );
    return tell(surroundings, [diagnose("GB0003", { name, near })]);
  }
  terminal.print(found.map((each) => explainCallable(each.callable, each.module)).join("\n\n"));
  return 0;
}

/** A class's name stands for its constructors, a name for all its overloads. */
function namesOf({ id, pythonPath }: Callable, module: string): readonly string[] {
  return [id, pythonPath, `${module}.${id}`, `${module}.${pythonPath}`];
}

function explainCallable(callable: Callable, module: string): string {
  const { gil, dispatch, implementation } = callable;
  const parameters = callable.parameters.map(({ name, type, default: value }) =>
    value === undefined ? `${name}: ${type.python}` : `${name}: ${type.python} = ${value}`,
  );
  const result = callable.result === "deduced" ? "…" : callable.result.python;
  const policy =
    gil.value.when === undefined ? gil.value.name : `${gil.value.name} when ${gil.value.when}`;
  const calls =
    implementation.form === "call"
      ? [`calls     ${implementation.expression}`]
      : implementation.steps.map(
          (step, index) =>
            `${index === 0 ? "steps   " : "        "}  ${step.state}: ${step.expression}`,
        );
  return [
    `${module}.${callable.id}(${parameters.join(", ")}) -> ${result}`,
    `  declared  ${placeText(callable.span)}`,
    `  gil       ${policy.padEnd(10)} ${originText(gil)}`,
    `  dispatch  ${dispatch.value.padEnd(10)} ${originText(dispatch)}`,
    ...calls.map((line) => `  ${line}`),
  ].join("\n");
}

function originText(setting: Setting<unknown>): string {
  const place = setting.span === undefined ? "" : ` at ${placeText(setting.span)}`;
  return `from ${setting.from}${place}`;
}

function explainCode(code: DiagnosticCode): string {
  const { severity, title } = catalogue[code];
  return `${code} (${severity}): ${title}\n  docs/diagnostics.md has an example that is wrong, and one that is right`;
}
