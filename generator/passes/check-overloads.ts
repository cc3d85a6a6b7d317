/** Overloads that no call reaches, because one that is tried before takes whatever they take. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { BoostDefinition } from "../model/boost-definition.js";
import type { Callable, Parameter } from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { Enumeration } from "../model/declarations.js";
import { knownClasses, knownEnumerations } from "../model/imported.js";
import type { Module } from "../model/model.js";
import { notImplied, requirementsOf } from "../model/presence.js";
import type { ResolvedType } from "../model/type.js";

/** What Python may give; "anything" where Boost.Python does not look at it. */
type Given = ReadonlySet<string> | "anything";

export function checkOverloads(module: Module): readonly Diagnostic[] {
  const groups = [
    ...byName(module.functions),
    ...module.classes.flatMap((each) => [each.constructors, ...byName(each.methods)]),
  ];
  // Where the one may be absent, the other is what is called.
  const isThereToo = (one: Callable | BoostDefinition, other: Callable) => {
    const needed = requirementsOf(module.presences, one.logicalPath);
    const known = requirementsOf(module.presences, other.logicalPath);
    return notImplied(known, needed).length === 0;
  };
  const definitions = [module, ...module.classes].flatMap((each) => each.definitions);
  return groups.flatMap((overloads) =>
    overloads.flatMap((each, index) => {
      const hiding =
        overloads.find(
          (one, place) => place < index && isThereToo(one, each) && hides(one, each, module),
        ) ?? definitions.find((one) => isThereToo(one, each) && takesAllOf(one, each));
      return hiding === undefined ? [] : [hidden(each, hiding)];
    }),
  );
}

/** Whether a raw function is tried before, which takes whatever is passed. */
function takesAllOf(definition: BoostDefinition, { pythonPath, span }: Callable): boolean {
  const isBefore = definition.span.start < span.start;
  return definition.takesAnything === true && definition.pythonPath === pythonPath && isBefore;
}

/** The overloads of each name, as Python reaches it. */
function byName(callables: readonly Callable[]): readonly (readonly Callable[])[] {
  const groups = new Map<string, Callable[]>();
  for (const each of callables) {
    const known = groups.get(each.pythonPath);
    if (known === undefined) groups.set(each.pythonPath, [each]);
    else known.push(each);
  }
  return [...groups.values()];
}

function hidden(overload: Callable, hiding: Callable | BoostDefinition): Diagnostic {
  const given = { overload: signature(overload), hiding: signature(hiding) };
  const related = [{ message: "the one that is tried before", span: hiding.span }];
  return diagnose("GB4070", given, { span: overload.span, related });
}

function signature(overload: Callable | BoostDefinition): string {
  if (!("parameters" in overload)) return `${overload.name}(…)`;
  return `${overload.name}(${overload.parameters.map((each) => each.typeText).join(", ")})`;
}

/** Whether the first takes every call that the second takes. */
function hides(first: Callable, second: Callable, module: Module): boolean {
  return (
    fewest(first) <= fewest(second) &&
    first.parameters.length >= second.parameters.length &&
    second.parameters.every((each, index) => {
      const instead = first.parameters[index];
      return instead !== undefined && isCovered(each, instead, module);
    })
  );
}

/** The fewest arguments that it can be called with. */
function fewest({ parameters, shorter }: Callable): number {
  const required = parameters.filter((each) => each.default === undefined).length;
  return Math.min(required, ...shorter.map((each) => each.count));
}

/** A keyword that the other lacks is a call of its own. */
function isCovered(parameter: Parameter, by: Parameter, module: Module): boolean {
  if (!parameter.isPositional && (by.isPositional || by.name !== parameter.name)) return false;
  if (by.type.cpp === parameter.type.cpp) return true;
  const more = given(by.type, module);
  const less = given(parameter.type, module);
  if (more === "anything") return true;
  if (more === undefined || less === undefined || less === "anything") return false;
  // None alone is not what an overload is for.
  return [...less].every((each) => each === "None" || more.has(each));
}

/**
 * As boost/python's builtin_converters.cpp has it: a parameter of a type takes these, and the first
 * overload that takes all arguments is called. Nothing where it depends on converters of the user's.
 */
function given(type: ResolvedType, module: Module): Given | undefined {
  const { kind, value, indirection, className } = type;
  if (kind === "class" && className !== undefined) {
    return new Set([
      ...derived(className, knownClasses(module)),
      ...(indirection === "pointer" ? ["None"] : []),
    ]);
  }
  if (indirection === "reference") return undefined;
  if (kind === "python") return givenToPython(type);
  if (kind === "text") return new Set(value.endsWith("*") ? ["str", "None"] : ["str", "bytes"]);
  if (kind === "callback") return new Set(["callable"]);
  if (kind === "enumeration") return new Set(enumerationsOf(module, (each) => each.cpp === value));
  if (kind !== "fundamental") return undefined;
  // Enumerators of Python's Enum are no numbers; all others are.
  const integers = ["bool", "int", ...enumerationsOf(module, (each) => each.kind !== "Enum")];
  if (value === "bool") return new Set([...integers, "None"]);
  if (value.startsWith("::std::complex") || value.startsWith("std::complex")) {
    return new Set([...integers, "float", "complex"]);
  }
  if (/\b(?:float|double)$/.test(value)) return new Set([...integers, "float"]);
  return value === "char" ? undefined : new Set(integers);
}

/** What the enumerators of some enumerations are in Python. */
function enumerationsOf(
  module: Module,
  isMeant: (enumeration: Enumeration) => boolean,
): readonly string[] {
  return knownEnumerations(module)
    .filter(isMeant)
    .map((each) => each.pythonPath);
}

function givenToPython({ value, python }: ResolvedType): Given {
  return /^::(?:boost::python::object|PyObject\*)$/.test(value) ? "anything" : new Set([python]);
}

/** A class and all that are derived from it, whose objects can be passed for it. */
function derived(path: string, classes: readonly Class[]): readonly string[] {
  const all = new Set([path]);
  // A base stands before what is derived from it.
  for (const each of classes) {
    if (each.bases.some((base) => all.has(base))) all.add(each.pythonPath);
  }
  return [...all];
}
