/** Entries of a spec that come to nothing: types, conversions, exceptions, settings. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Callable } from "../model/callable.js";
import type { Conversion } from "../model/declarations.js";
import { callablesOf, definitionsOf, type Module } from "../model/model.js";
import { partsOf, type ResolvedType, spelling } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { Spec } from "../spec/schema/spec.js";
import type { Context } from "./context.js";
import { moduleScopes } from "./module-scopes.js";

type DefaultKey = keyof NonNullable<Spec["defaults"]>;

/**
 * Of a module without errors: a name that is misspelt where it is used is no unused one.
 * `usedTypes`: the entries of `types` that something in it names.
 */
export function checkUnused(
  module: Module,
  { located, usedTypes }: Pick<Context, "located" | "usedTypes">,
): readonly Diagnostic[] {
  return [
    ...unusedTypes(module, located, usedTypes),
    ...unusedConversions(module),
    ...unusedExceptions(module),
    ...unusedDefaults(module, located),
    ...unusedPolicies(located),
  ];
}

/** A callback is used by its name alone; what C++ has by itself may be of any other type. */
function unusedTypes(
  module: Module,
  { spec, atKey }: Context["located"],
  used: ReadonlySet<string>,
): readonly Diagnostic[] {
  const mayBeMeant = hasUnknownTypes(module);
  // Types alone are a table for whoever else uses them.
  if (!isCalled(module)) return [];
  return Object.entries(spec.types ?? {})
    .filter(([name, { callback }]) => !used.has(name) && (callback !== undefined || !mayBeMeant))
    .map(([name]) => diagnose("GB2085", { name }, { span: atKey(["types"], name) }));
}

function unusedConversions(module: Module): readonly Diagnostic[] {
  if (hasUnknownTypes(module)) return [];
  const taken = new Set(
    callablesOf(module).flatMap(({ parameters, selfType }) =>
      [...parameters.map((each) => each.type), ...(selfType === undefined ? [] : [selfType])]
        .flatMap(partsOf)
        .flatMap(namesOf),
    ),
  );
  const isTaken = ({ to }: Conversion) => namesOf(to).some((each) => taken.has(each));
  return module.conversions
    .filter((each) => !isTaken(each))
    .map(({ from, to, span }) =>
      diagnose("GB2087", { from: spelling(from), to: spelling(to) }, { span }),
    );
}

/** A conversion of pointers makes what a parameter of the class takes. */
function namesOf({ value, className }: ResolvedType): readonly string[] {
  return className === undefined ? [value] : [value, className];
}

/** What a translator is for comes out of C++ that is called. */
function unusedExceptions(module: Module): readonly Diagnostic[] {
  const callables = callablesOf(module);
  const isClosed = callables.length > 0 && callables.every((each) => !each.exceptions.value);
  if (!isClosed || module.code.length > 0 || definitionsOf(module).length > 0) return [];
  const bases = new Set(
    module.exceptions.flatMap(({ arrival }) =>
      arrival.form === "class" && !arrival.base.builtin ? [arrival.base.name] : [],
    ),
  );
  return module.exceptions
    .filter(({ arrival }) => arrival.form !== "class" || !bases.has(arrival.pythonPath))
    .map(({ cpp, span }) => diagnose("GB2088", { cpp: cpp.replace(/^::/, "") }, { span }));
}

/** The settings of a module that nothing in it could take. */
function unusedDefaults(
  module: Module,
  { spec, atKey }: Context["located"],
): readonly Diagnostic[] {
  const { classes, enumerations, constants } = module;
  if (!isCalled(module) && [classes, enumerations, constants].every((each) => each.length === 0)) {
    return [];
  }
  const isOverridden = callablesOf(module).some((each) => each.overriding !== undefined);
  const hasAttributes = module.classes.some((each) => each.attributes.length > 0);
  const called = ["what Python calls", isCalled(module) || hasAttributes] as const;
  const takers = {
    lock: ["classes", module.classes.length > 0],
    overrides: ["virtual methods", isOverridden],
    onError: ["callbacks and virtual methods", isOverridden || module.callbacks.length > 0],
    gil: called,
    dispatch: called,
    docstrings: called,
    mutates: called,
    exceptions: called,
  } as const satisfies Record<DefaultKey, readonly [string, boolean]>;
  return (Object.keys(spec.defaults ?? {}) as DefaultKey[])
    .filter((key) => takers[key][1] === false)
    .map((key) => {
      const given = { key, from: "the module's defaults", takers: takers[key][0] };
      return diagnose("GB2086", given, { span: atKey(["defaults"], key) });
    });
}

/** What a class says of the GIL reaches its own methods and constructors, and those of inner classes. */
function unusedPolicies({ spec, atKey }: Context["located"]): readonly Diagnostic[] {
  const inside = (classes: readonly ClassSpec[], path: Path): readonly Diagnostic[] =>
    classes.flatMap((each, index) => {
      const own = [...path, index];
      if (each.gil === undefined || hasGilTaker(each)) {
        return inside(each.classes ?? [], [...own, "classes"]);
      }
      const takers = "methods and constructors";
      const given = { key: "gil", from: `the class ${each.name}`, takers };
      return [diagnose("GB2086", given, { span: atKey(own, "gil") })];
    });
  return moduleScopes(spec).flatMap(({ contents, path }) =>
    inside(contents.classes ?? [], [...path, "classes"]),
  );
}

function hasGilTaker({ constructors = [], methods = [], classes = [] }: ClassSpec): boolean {
  return constructors.length > 0 || methods.length > 0 || classes.some(hasGilTaker);
}

/** Whether Python can call anything of a module. */
function isCalled(module: Module): boolean {
  return callablesOf(module).length > 0 || definitionsOf(module).length > 0;
}

/** C++ that takes or gives objects of Python's can look for any type in them. */
function hasUnknownType({ parameters, result }: Callable): boolean {
  if (result === "deduced") return true;
  return [result, ...parameters.map((each) => each.type)].some(({ kind }) => kind === "python");
}

/** Whether a type can be meant that the spec does not name: C++ deduces it, or the user wrote it. */
function hasUnknownTypes(module: Module): boolean {
  const isUnnamed = (each: { readonly type?: ResolvedType }) => each.type === undefined;
  return (
    module.code.length > 0 ||
    definitionsOf(module).length > 0 ||
    module.constants.some(isUnnamed) ||
    module.exceptions.some((each) => each.attributes.some(isUnnamed)) ||
    module.classes.some((each) => each.attributes.some(isUnnamed)) ||
    callablesOf(module).some(hasUnknownType)
  );
}
