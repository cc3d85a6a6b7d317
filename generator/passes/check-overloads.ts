/** Overloads that no call reaches, because one that is tried before takes whatever they take. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Callable, Parameter } from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { Module } from "../model/model.js";
import { type ResolvedType, spelling } from "../model/type.js";

/** What Python may give; "anything" where Boost.Python does not look at it. */
type Given = ReadonlySet<string> | "anything";

const INTEGERS = ["bool", "int"];
const NUMBERS = [...INTEGERS, "float"];

export function checkOverloads(module: Module): readonly Diagnostic[] {
  const groups = [
    ...byName(module.functions),
    ...module.classes.flatMap((each) => [each.constructors, ...byName(each.methods)]),
  ];
  return groups.flatMap((overloads) =>
    overloads.flatMap((each, index) => {
      const hiding = overloads.find(
        (one, place) => place < index && hides(one, each, module.classes),
      );
      return hiding === undefined ? [] : [hidden(each, hiding)];
    }),
  );
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

function hidden(overload: Callable, hiding: Callable): Diagnostic {
  const signature = ({ name, parameters }: Callable) =>
    `${name}(${parameters.map((each) => spelling(each.type)).join(", ")})`;
  const given = { overload: signature(overload), hiding: signature(hiding) };
  const related = [{ message: "the one that is tried before", span: hiding.span }];
  return diagnose("GB4070", given, { span: overload.span, related });
}

/** Whether the first takes every call that the second takes. */
function hides(first: Callable, second: Callable, classes: readonly Class[]): boolean {
  return (
    fewest(first) <= fewest(second) &&
    first.parameters.length >= second.parameters.length &&
    second.parameters.every((each, index) => {
      const instead = first.parameters[index];
      return instead !== undefined && isCovered(each, instead, classes);
    })
  );
}

/** The fewest arguments that it can be called with. */
function fewest({ parameters, shorter }: Callable): number {
  const required = parameters.filter((each) => each.default === undefined).length;
  return Math.min(required, ...shorter.map((each) => each.count));
}

/** A keyword that the other lacks is a call of its own. */
function isCovered(parameter: Parameter, by: Parameter, classes: readonly Class[]): boolean {
  if (!parameter.isPositional && (by.isPositional || by.name !== parameter.name)) return false;
  if (by.type.cpp === parameter.type.cpp) return true;
  const more = given(by.type, classes);
  const less = given(parameter.type, classes);
  if (more === "anything") return true;
  if (more === undefined || less === undefined || less === "anything") return false;
  // None alone is not what an overload is for.
  return [...less].every((each) => each === "None" || more.has(each));
}

/**
 * As boost/python's builtin_converters.cpp has it: a parameter of a type takes these, and the first
 * overload that takes all arguments is called. Nothing where it depends on converters of the user's.
 */
function given(type: ResolvedType, classes: readonly Class[]): Given | undefined {
  const { kind, value, indirection, className } = type;
  if (kind === "class" && className !== undefined) {
    return new Set([
      ...derived(className, classes),
      ...(indirection === "pointer" ? ["None"] : []),
    ]);
  }
  if (indirection === "reference") return undefined;
  if (kind === "python") return givenToPython(type);
  if (kind === "text") return new Set(value.endsWith("*") ? ["str", "None"] : ["str", "bytes"]);
  if (kind !== "fundamental") return undefined;
  if (value === "bool") return new Set([...INTEGERS, "None"]);
  if (value.startsWith("::std::complex") || value.startsWith("std::complex")) {
    return new Set([...NUMBERS, "complex"]);
  }
  if (/\b(?:float|double)$/.test(value)) return new Set(NUMBERS);
  return value === "char" ? undefined : new Set(INTEGERS);
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
