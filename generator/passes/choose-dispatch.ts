/**
 * Which callables are dispatched by entries of their own. What Python knows by one name is dispatched
 * in one way; where `fast` can't do all of it, Boost.Python does, and `explain` says why.
 */
import { enclosingPath } from "../model/boost-definition.js";
import type { Callable } from "../model/callable.js";
import type { Class, PropertyModel } from "../model/class.js";
import type { Module } from "../model/model.js";

export function chooseDispatch(module: Module): Module {
  const inModule = module.definitions.map(({ pythonPath }) => pythonPath);
  return {
    ...module,
    functions: chosen(module.functions, inModule),
    classes: module.classes.map(chosenInClass),
  };
}

function chosenInClass(each: Class): Class {
  const made = each.definitions.flatMap(({ pythonPath, name }) =>
    enclosingPath(pythonPath) === each.pythonPath ? [pythonPath] : [`${each.pythonPath}.${name}`],
  );
  const constructors = each.constructors.map((one) =>
    refused(one, each.wrapper === undefined ? undefined : "the class has a hand-written wrapper"),
  );
  return {
    ...each,
    constructors: chosen(constructors, made),
    methods: chosen(each.methods, made),
    properties: each.properties.map(chosenProperty),
  };
}

/** Overloads of one name share it. `made`: the Python paths of what Boost.Python makes by itself. */
function chosen(callables: readonly Callable[], made: readonly string[]): readonly Callable[] {
  const byPath = new Map<string, Callable[]>();
  for (const each of callables) {
    const path = pathOf(each);
    byPath.set(path, [...(byPath.get(path) ?? []), each]);
  }
  return callables.map((each) =>
    refused(each, reasonAmong(byPath.get(pathOf(each)) ?? [], made.includes(pathOf(each)))),
  );
}

/** A constructor goes by the path of its class. */
function pathOf({ kind, pythonPath, name }: Callable): string {
  return kind === "constructor" ? `${pythonPath}.${name}` : pythonPath;
}

function chosenProperty(property: PropertyModel): PropertyModel {
  const { get, set, isStatic } = property;
  const both = [get, ...(set === undefined ? [] : [set])];
  const reason = isStatic ? "a static property is Boost.Python's own" : reasonAmong(both, false);
  return {
    ...property,
    get: refused(get, reason),
    ...(set !== undefined && { set: refused(set, reason) }),
  };
}

function reasonAmong(overloads: readonly Callable[], isMixed: boolean): string | undefined {
  if (isMixed) return "an overload of the name is made by Boost.Python itself";
  for (const { boostReason, dispatch, docstrings, id } of overloads) {
    if (boostReason !== undefined) return boostReason;
    if (dispatch.value === "boost") return `"${id}" of the same name is set to boost`;
    if (docstrings.cpp) return "the docstring shows signatures in C++";
  }
  return undefined;
}

function refused(callable: Callable, reason: string | undefined): Callable {
  if (reason === undefined || callable.dispatch.value === "boost") return callable;
  return { ...callable, boostReason: callable.boostReason ?? reason };
}
