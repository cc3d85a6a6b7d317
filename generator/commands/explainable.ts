/** What `explain` can say something of, and the names by which it is asked for. */
import type { Callable } from "../model/callable.js";
import { knownClasses } from "../model/imported.js";
import { callablesOf, type Module } from "../model/model.js";
import { explainCallable, explainClass } from "./explanation.js";

export interface Explainable {
  readonly names: readonly string[];
  readonly text: () => string;
}

/**
 * A class's name stands for its constructors too, a name for all its overloads, and the name that a
 * class inherits for what its base declares, in this module or in one that it imports.
 */
export function explainable(module: Module): readonly Explainable[] {
  const { name } = module;
  const names = (paths: readonly string[]) => paths.flatMap((each) => [each, `${name}.${each}`]);
  const known = knownCallables(module);
  const inheritedPaths = inheritance(module, known);
  return [
    ...module.classes.map((each) => ({
      names: names([each.pythonPath]),
      text: () => explainClass(each, module),
    })),
    ...known.map((each) => ({
      names: names([...each.paths, ...inheritedPaths(each)]),
      text: () => explainCallable(each.callable, each.declaredBy),
    })),
  ];
}

interface KnownCallable {
  readonly callable: Callable;
  readonly declaredBy: Pick<Module, "name" | "presences">;
  /** Its names in the module that is explained; none where another one declares it. */
  readonly paths: readonly string[];
  /** The class that it is in, by the path that the module knows it by. */
  readonly scope: string;
}

function knownCallables(module: Module): readonly KnownCallable[] {
  const own = callablesOf(module).map((callable) => ({
    callable,
    declaredBy: module,
    paths: [callable.id, callable.pythonPath],
    scope: callable.scope,
  }));
  const imported = module.imports.flatMap(({ module: name, classes, presences }) =>
    name === undefined
      ? []
      : callablesOf({ functions: [], classes }).map((callable) => ({
          callable,
          declaredBy: { name, presences },
          paths: [],
          scope: `${name}.${callable.scope}`,
        })),
  );
  return [...own, ...imported];
}

/** Where Python finds a callable in classes of the module that inherit it: they have no such name themselves. */
function inheritance(
  module: Module,
  known: readonly KnownCallable[],
): (each: KnownCallable) => readonly string[] {
  const own = new Set(module.classes.map(({ pythonPath }) => pythonPath));
  const declared = new Set(known.map(({ callable, scope }) => `${scope}.${callable.name}`));
  const derived = new Map<string, string[]>();
  for (const { bases, pythonPath } of knownClasses(module)) {
    for (const base of bases) derived.set(base, [...(derived.get(base) ?? []), pythonPath]);
  }
  const heirs = (scope: string, name: string): readonly string[] =>
    (derived.get(scope) ?? [])
      .filter((each) => !declared.has(`${each}.${name}`))
      .flatMap((each) => [each, ...heirs(each, name)]);
  return ({ callable: { kind, name }, scope }) =>
    kind === "constructor"
      ? []
      : heirs(scope, name)
          .filter((each) => own.has(each))
          .map((each) => `${each}.${name}`);
}
