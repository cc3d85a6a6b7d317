/** Turns the functions of a module into callables, or into what Boost.Python makes by itself. */
import type { BoostDefinition } from "../model/boost-definition.js";
import type { Callable } from "../model/callable.js";
import type { Path } from "../spec/document.js";
import type { Spec } from "../spec/schema/spec.js";
import type { Context } from "./context.js";
import { callOf, checkDeclaredName, lowerCallable, targetKey } from "./lower-callable.js";
import { lowerPresence } from "./lower-presence.js";
import { lowerRawFunction } from "./lower-raw.js";
import { lowerResult } from "./lower-result.js";
import type { ModuleScope } from "./module-scopes.js";
import { checkPythonName } from "./names.js";
import { overloadNumbers } from "./overload-numbers.js";
import { type Level, resolveDocstrings } from "./resolve-settings.js";
import { join } from "./type-table.js";

type FunctionSpec = NonNullable<Spec["functions"]>[number];

export interface LoweredFunctions {
  readonly functions: readonly Callable[];
  readonly definitions: readonly BoostDefinition[];
}

export function lowerFunctions(
  context: Context,
  module: ModuleScope,
  levels: readonly Level[],
): LoweredFunctions {
  const all = module.contents.functions ?? [];
  const numbers = overloadNumbers(all.map((each) => each.name));
  const functions: Callable[] = [];
  const definitions: BoostDefinition[] = [];
  for (const [index, each] of all.entries()) {
    const numbered = `${each.name}${numbers[index]}`;
    const cpp = each.cpp ?? join(module.cppScope, "::", each.name);
    const place: Place = {
      path: [...module.path, "functions", index],
      id: join(module.pythonPath, ".", numbered),
      name: each.name,
      scope: module.pythonPath,
      pythonPath: join(module.pythonPath, ".", each.name),
      // In one piece: V8 keeps a template literal as a tree of its parts.
      logicalPath: [module.logicalPath, "functions", numbered].join("/"),
    };
    lowerPresence(context, each, place.path, place.logicalPath);
    if (each.raw === true) {
      const definition = lowerRawFunction(context, { ...place, spec: each, cpp });
      const docstrings = resolveDocstrings([{ settings: each }, ...levels]);
      definitions.push({ ...definition, docstrings });
    } else {
      functions.push(lowerFunction(context, each, cpp, place, levels));
    }
  }
  return { functions, definitions };
}

type Place = Pick<Callable, "id" | "name" | "scope" | "pythonPath" | "logicalPath"> & {
  readonly path: Path;
};

function lowerFunction(
  context: Context,
  spec: FunctionSpec,
  cpp: string,
  place: Place,
  levels: readonly Level[],
): Callable {
  const { path, name, scope } = place;
  const target = spec.steps === undefined ? (spec.cpp ?? spec.expression) : "";
  checkDeclaredName(context, name, target, "the function", path, checkPythonName);
  const { returns: text, policy } = spec;
  return lowerCallable(context, {
    ...place,
    kind: "function",
    what: "this function",
    target: targetKey(spec),
    levels: [{ settings: spec, path, from: "this function" }, ...levels],
    spec,
    result: lowerResult(context, { text, path, scope, name, policy }),
    invoke: (names, guarded) => spec.expression ?? callOf(cpp, names, guarded),
  });
}
