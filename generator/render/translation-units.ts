/** Which translation unit holds which declarations of a module. */
import { createHash } from "node:crypto";
import type { Callable } from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { ExceptionModel } from "../model/declarations.js";
import { knownExceptions } from "../model/imported.js";
import { callablesOf, type Module } from "../model/model.js";
import { registration } from "../model/runtime-converter.js";
import { type CallbackFacts, partsOf, type ResolvedType } from "../model/type.js";

/**
 * The entry, and the shards beside it, each of them the module with a part of its declarations. What is
 * a matter of the whole module and its order stays in the entry: exceptions, which are tried in turn,
 * submodules, converters and verbatim code.
 */
export interface TranslationUnits {
  readonly entry: Module;
  readonly shards: readonly Module[];
}

export function translationUnits(module: Module, count: number): TranslationUnits {
  if (count === 1) return { entry: module, shards: [] };
  const numberOf = shardNumbers(module, count);
  const shards = Array.from({ length: count }, (_, index) =>
    shardOf(module, (path) => numberOf(path) === index),
  );
  const registered = (key: "callbacks" | "runtimeConverters") =>
    new Set<unknown>(shards.flatMap((each): readonly unknown[] => each[key]));
  const [callbacks, converters] = [registered("callbacks"), registered("runtimeConverters")];
  const entry: Module = {
    ...module,
    classes: [],
    enumerations: [],
    constants: [],
    functions: [],
    definitions: [],
    // What no callable names: Python may meet it in an attribute, or in the user's own converters.
    callbacks: module.callbacks.filter((each) => !callbacks.has(each)),
    runtimeConverters: module.runtimeConverters.filter((each) => !converters.has(each)),
    code: module.code.filter(({ at }) => at !== "class"),
    declaredValues: [],
  };
  return {
    entry: { ...entry, declaredValues: valuesNamed(module, entry) },
    shards,
  };
}

function shardOf(module: Module, isHere: (pythonPath: string) => boolean): Module {
  const here: Module = {
    ...module,
    converters: [],
    conversions: [],
    opaqueTypes: [],
    exceptions: [],
    classes: module.classes.filter((each) => isHere(each.pythonPath)),
    enumerations: module.enumerations.filter((each) => isHere(each.pythonPath)),
    constants: module.constants.filter(({ scope, name }) =>
      isHere(scope === "" ? name : `${scope}.${name}`),
    ),
    functions: module.functions.filter((each) => isHere(each.pythonPath)),
    definitions: module.definitions.filter((each) => isHere(each.pythonPath)),
    code: module.code.filter(({ at, scope }) => at === "class" && isHere(scope)),
  };
  const named = new Set(callablesOf(here).flatMap(callbacksOf).map(callbackClass));
  const statements = new Set(
    typesNamed(here)
      .flatMap(({ type }) => partsOf(type))
      .map(registration),
  );
  const own: Module = {
    ...here,
    callbacks: module.callbacks.filter((each) => named.has(callbackClass(each))),
    runtimeConverters: module.runtimeConverters.filter((each) => statements.has(each)),
  };
  return { ...own, declaredValues: valuesNamed(module, own) };
}

/**
 * The shard of a declaration, by its Python path: the same on every machine and in every version,
 * whatever else the module declares. Overloads stay together, and members with their outermost class.
 */
function shardNumbers({ classes }: Module, count: number): (pythonPath: string) => number {
  const paths = new Set(classes.map((each) => each.pythonPath));
  return (pythonPath) => {
    const outermost = enclosingFirst(pythonPath).find((path) => paths.has(path)) ?? pythonPath;
    return createHash("sha256").update(outermost).digest().readUInt32BE() % count;
  };
}

/** "a", "a.b" and "a.b.c" of "a.b.c". */
function enclosingFirst(pythonPath: string): readonly string[] {
  const names = pythonPath.split(".");
  return names.map((_, index) => names.slice(0, index + 1).join("."));
}

/** The callbacks that a std::function may hold which C++ returns in the unit. */
export function callbacksReturned({ callbacks }: Module, unit: Module): readonly CallbackFacts[] {
  const signatures = new Set(
    callablesOf(unit).map(({ result }) =>
      result === "deduced" ? undefined : result.callback?.signature,
    ),
  );
  // One that holds a callback is that callable again, whatever its error policy.
  return callbacks.filter((each) => signatures.has(each.signature));
}

/** The values that callbacks and virtual methods of the unit give where Python gives none. */
function valuesNamed(module: Module, unit: Module): Module["declaredValues"] {
  const callbacks = [...unit.callbacks, ...callbacksReturned(module, unit)];
  const classes = [
    ...callbacks.map((each) => each.errorClass),
    ...overridesOf(unit.classes).map(({ overriding }) => overriding?.errorClass ?? ""),
  ];
  const words = new Set(classes.flatMap((text) => text.match(/\w+/g) ?? []));
  return module.declaredValues.filter((each) => words.has(each.identifier));
}

function overridesOf(classes: readonly Class[]): readonly Callable[] {
  return classes.flatMap((each) => each.overridable);
}

function callbacksOf({ parameters, result }: Callable): readonly CallbackFacts[] {
  const types = [...parameters.map((each) => each.type), ...(result === "deduced" ? [] : [result])];
  return types.flatMap((each) => each.callback ?? []);
}

function callbackClass({ signature, errorClass }: CallbackFacts): string {
  return `${signature}, ${errorClass}`;
}

/** The types that entries of a unit name, each with the path of the entry. */
export function typesNamed(
  unit: Module,
): readonly { readonly type: ResolvedType; readonly logicalPath: string }[] {
  const values = [...unit.constants, ...unit.classes.flatMap((each) => each.attributes)];
  return [
    ...callablesOf(unit).flatMap(({ parameters, result, logicalPath }) =>
      [...parameters.map(({ type }) => type), ...(result === "deduced" ? [] : [result])].map(
        (type) => ({ type, logicalPath }),
      ),
    ),
    ...values.flatMap(({ type, logicalPath }) =>
      type === undefined ? [] : [{ type, logicalPath }],
    ),
  ];
}

/** The exceptions of the module that call bodies of a unit raise. */
export function exceptionsRaised(module: Module, unit: Module): readonly ExceptionModel[] {
  const raised = callablesOf(unit).flatMap((each) => each.adapter?.failure?.raised ?? []);
  const isNamed = ({ arrival }: ExceptionModel) =>
    arrival.form === "class" &&
    raised.some((each) => !each.builtin && each.name === arrival.pythonPath);
  return knownExceptions(module).filter(isNamed);
}
