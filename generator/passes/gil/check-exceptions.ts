/** Refuses to let a Python error pass as a C++ exception where none may pass. */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import type { Callable } from "../../model/callable.js";
import type { Class } from "../../model/class.js";
import { knownClasses } from "../../model/imported.js";
import { callablesOf, type Module } from "../../model/model.js";

export function checkExceptions(module: Module): readonly Diagnostic[] {
  const classes = new Map(knownClasses(module).map((each) => [each.pythonPath, each]));
  const owners = new Map(
    module.classes.flatMap((each) => each.methods.map((method) => [method, each])),
  );
  const told = new Set<string>();
  return callablesOf(module)
    .filter((each) => !each.exceptions.value)
    .flatMap((callable) =>
      [...callbacksOf(callable), ...overridesOf(callable, classes, owners.get(callable))].flatMap(
        ({ what, key, ...place }) => {
          if (told.has(key)) return [];
          told.add(key);
          return [diagnose("GB3023", { name: callable.id, what }, place)];
        },
      ),
    );
}

/** What propagates; told once for each `key`, where it can be put right. */
interface Propagating extends Pick<Diagnostic, "related"> {
  readonly what: string;
  readonly key: string;
  readonly span: Callable["span"];
}

function callbacksOf({ parameters }: Callable): readonly Propagating[] {
  return parameters
    .filter(({ type }) => type.callback?.onError.name === "propagate")
    .map(({ name, type, span }) => ({
      what: `the callback "${name}"`,
      key: `type ${type.python} ${type.callback?.signature ?? ""}`,
      span,
      related: [],
    }));
}

/** The overrides that C++ may call on its way: of the object, and of the objects it is given. */
function overridesOf(
  { overriding, parameters, span, id }: Callable,
  classes: ReadonlyMap<string, Class>,
  owner: Class | undefined,
): readonly Propagating[] {
  if (overriding !== undefined) {
    const key = `override ${id}`;
    const isRight = overriding.onError.value.name !== "propagate";
    return isRight ? [] : [{ what: "an override of it", key, span, related: [] }];
  }
  const passed = parameters.flatMap(({ type }) => classes.get(type.className ?? "") ?? []);
  return [...(owner === undefined ? [] : [owner]), ...passed]
    .flatMap((each) => each.overridable)
    .filter((method) => method.overriding?.onError.value.name === "propagate")
    .map((method) => ({
      what: `an override of "${method.id}"`,
      key: `override ${method.id}`,
      span,
      related: [{ message: "the virtual method", span: method.span }],
    }));
}
