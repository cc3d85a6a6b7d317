/** The parameters of a call: what Python gives, what C++ takes, and what C++ writes. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { LocalVariable } from "../model/adapter.js";
import type { Parameter } from "../model/callable.js";
import { partsOf, type ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { ParameterSpec } from "../spec/schema/callable.js";
import type { Context } from "./context.js";
import { checkPointer } from "./lower-result.js";
import { checkSharedName, checkVariableName } from "./names.js";
import { resolveType, UNRESOLVED } from "./resolve-type.js";
import { isPart } from "./standard-types.js";

/** What emitted C++ calls a parameter that the spec does not name, with its number behind. */
const UNNAMED = "gen_bindings_argument_";

export interface LoweredParameters {
  /** Python's. */
  readonly parameters: readonly Parameter[];
  /** The arguments of the C++ call, in order. */
  readonly passed: readonly string[];
  /** The variables of the body that C++ writes. */
  readonly locals: readonly LocalVariable[];
}

/** The keys that make C++ take something else than what Python gives. */
export const ADAPTING_KEYS = ["direction", "value", "passedAs"] as const;

/** A parameter as it is written, and what emitted C++ calls it. */
interface Written {
  readonly spec: ParameterSpec;
  readonly name: string;
  readonly path: Path;
  readonly scope: string;
}

export function lowerParameters(
  context: Context,
  specs: readonly ParameterSpec[] | undefined,
  path: Path,
  scope: string,
): LoweredParameters {
  const all = (specs ?? []).map((spec, index): Written => {
    const name = spec.name ?? `${UNNAMED}${index + 1}`;
    return { spec, name, path: [...path, "params", index], scope };
  });
  checkNames(context, all);
  checkDefaults(context, all);
  const parameters: Parameter[] = [];
  const passed: string[] = [];
  const locals: LocalVariable[] = [];
  for (const each of all) {
    if (each.spec.value !== undefined) {
      passed.push(filledIn(context, each, each.spec.value));
      continue;
    }
    if (!isAsked(each)) {
      const { local, argument } = writtenBy(context, each);
      locals.push(local);
      passed.push(argument);
      if (each.spec.direction !== "inout") continue;
      parameters.push(parameterOf(context, each, local.type));
      continue;
    }
    const parameter = parameterOf(context, each, typeOf(context, each));
    parameters.push(parameter);
    passed.push(passedAs(context, each, parameter));
  }
  // What was pushed to has room for more, which a big module has no memory for.
  return { parameters: [...parameters], passed, locals };
}

/** Whether C++ takes what Python gives, and Python gets nothing back. */
function isAsked({ spec }: Written): boolean {
  return (spec.direction ?? "in") === "in";
}

function isOfPython({ spec }: Written): boolean {
  return spec.value === undefined && spec.direction !== "out";
}

function checkNames(context: Context, all: readonly Written[]): void {
  const seen = new Set<string>();
  let isNamed = false;
  for (const each of all) {
    const span = context.located.at(...each.path, "name");
    if (each.spec.name !== undefined) {
      // A function of the module has no object of that name.
      const check = each.scope === "" ? checkSharedName : checkVariableName;
      check(context, each.name, "the parameter", span);
      isNamed ||= isOfPython(each);
    } else if (isNamed && isOfPython(each)) {
      context.report(diagnose("GB2023", {}, { span }));
    }
    if (seen.has(each.name)) {
      const twice = { name: each.name, first: "a parameter", second: "a parameter" };
      context.report(diagnose("GB2004", twice, { span }));
    }
    seen.add(each.name);
  }
}

/** Python has no parameter without a default behind one that has one. */
function checkDefaults({ located, report }: Context, all: readonly Written[]): void {
  let withDefault: string | undefined;
  for (const { spec, name, path } of all.filter(isOfPython)) {
    if (spec.default !== undefined) withDefault = name;
    else if (withDefault !== undefined) {
      const given = { name, after: withDefault };
      report(diagnose("GB2015", given, { span: located.at(...path, "name") }));
    }
  }
}

/** The type that is written, or without its last `*` or `&`: what C++ writes there. */
function typeOf(context: Context, { spec, path, scope }: Written, isWritten = false): ResolvedType {
  if (spec.type === undefined) {
    const missing = { key: "type", owner: "a parameter" };
    const { source, start } = context.located.at(...path);
    context.report(diagnose("GB1012", missing, { span: { source, start, end: start + 1 } }));
    return UNRESOLVED;
  }
  const text = isWritten ? spec.type.replace(/\s*[*&]\s*$/, "") : spec.type;
  return resolveType(context, text, context.located.at(...path, "type"), scope);
}

function parameterOf(context: Context, written: Written, type: ResolvedType): Parameter {
  const { spec, name, path } = written;
  const typeSpan = context.located.at(...path, "type");
  if (type.kind === "void" && type.indirection === "value") {
    context.report(diagnose("GB4005", { what: `the parameter "${name}"` }, { span: typeSpan }));
  }
  const doc = spec.doc ?? docOfType(context, type);
  return {
    name,
    isPositional: spec.name === undefined,
    type,
    typeText: spec.type ?? "",
    typeSpan,
    span: context.located.at(...path),
    ...(spec.default !== undefined && { default: spec.default }),
    ...(doc !== undefined && { doc }),
  };
}

/** What the spec says of a type that it declares in `types`. */
function docOfType({ located }: Context, { kind, python }: ResolvedType): string | undefined {
  const isDeclared = kind === "callback" || kind === "external";
  const { types = {} } = located.spec;
  return isDeclared && Object.hasOwn(types, python) ? types[python]?.doc : undefined;
}

function passedAs(context: Context, { spec, path }: Written, parameter: Parameter): string {
  if (spec.passedAs === undefined) return argument(parameter);
  const { name, type } = parameter;
  if (type.kind !== "bytes" && type !== UNRESOLVED) {
    const span = context.located.at(...path, "passedAs");
    context.report(diagnose("GB4082", { name, type: parameter.typeText }, { span }));
  }
  return `${name}.pointer(), ${name}.length()`;
}

/** How a body passes a parameter on. What is moved is gone from the Python object. */
export function argument({ name, type }: Parameter): string {
  const isMoved = type.kind === "owning-pointer" && type.indirection === "value";
  return isMoved ? `::std::move(${name})` : name;
}

/** What C++ is given in each call; with a type, as a value of it. */
function filledIn(context: Context, written: Written, value: string): string {
  const { spec } = written;
  refuse(context, written, ["direction", "passedAs", "default"], "Python has no such parameter");
  if (spec.type === undefined) return value;
  return `static_cast<${typeOf(context, written).cpp}>(${value})`;
}

/** A variable that C++ writes, and how it is passed. */
function writtenBy(
  context: Context,
  written: Written,
): { readonly local: LocalVariable; readonly argument: string } {
  const { spec, name, path } = written;
  const isGiven = spec.direction === "inout";
  refuse(context, written, ["passedAs"], "C++ writes it");
  if (!isGiven) refuse(context, written, ["default"], "Python has no such parameter");
  const type = typeOf(context, written, true);
  const why = type === UNRESOLVED ? undefined : whyNot(context, type, written);
  if (why !== undefined) {
    const span = context.located.at(...path, "type");
    const given = { type: spec.type ?? "", direction: spec.direction ?? "", why };
    context.report(diagnose("GB4080", given, { span }));
  }
  const span = context.located.at(...path);
  for (const each of partsOf(type))
    checkPointer(context, each, context.located.at(...path, "type"));
  return {
    local: { name, type, isGiven, span, ...(spec.doc !== undefined && { doc: spec.doc }) },
    argument: /\*\s*$/.test(spec.type ?? "") ? `::std::addressof(${name})` : name,
  };
}

/** Why C++ can't write there for Python. */
function whyNot({ types }: Context, type: ResolvedType, { spec }: Written): string | undefined {
  if (!/[*&]\s*$/.test(spec.type ?? "")) return "C++ writes through a reference or a pointer";
  if (type.indirection === "value" && type.cpp.startsWith("const ")) {
    return "C++ can't write to what is const";
  }
  if (type.kind === "class" && spec.direction === "inout") {
    return "an object of Python's is passed itself, and changed: it needs no direction";
  }
  if (type.kind === "bytes") return "Python's bytes never change";
  if (!isPart(type))
    return "Python can be given no such value, of which it would have to know the owner";
  const isCopied = types.classes.get(type.className ?? "")?.copyable !== false;
  return type.kind === "class" && !isCopied ? "the class says that it can't be copied" : undefined;
}

function refuse(
  { located, report }: Context,
  { spec, path }: Written,
  keys: readonly ("direction" | "passedAs" | "default")[],
  why: string,
): void {
  for (const key of keys) {
    if (spec[key] === undefined) continue;
    const what = spec.name === undefined ? "a parameter without a name" : `"${spec.name}"`;
    report(diagnose("GB2082", { key, what, why }, { span: located.atKey(path, key) }));
  }
}

/** Of what Boost.Python makes by itself: there is no body in which anything could be adapted. */
export function lowerPlainParameters(
  context: Context,
  specs: readonly ParameterSpec[] | undefined,
  path: Path,
  { scope, what }: { readonly scope: string; readonly what: string },
): readonly Parameter[] {
  for (const [index, each] of (specs ?? []).entries()) {
    for (const key of ADAPTING_KEYS) {
      if (each[key] === undefined) continue;
      const span = context.located.atKey([...path, "params", index], key);
      context.report(diagnose("GB2041", { what, key }, { span }));
    }
  }
  return lowerParameters(context, specs, path, scope).parameters;
}
