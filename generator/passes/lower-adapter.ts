/** What a call body does besides calling, so that nobody has to write a function that forwards. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Adapter, Failure } from "../model/adapter.js";
import type { Parameter } from "../model/callable.js";
import { freeNames } from "../model/expression.js";
import { registration } from "../model/runtime-converter.js";
import { type ResolvedType, spelling } from "../model/type.js";
import type { Context } from "./context.js";
import { exceptionReference } from "./exception-reference.js";
import type { CallableSource } from "./lower-callable.js";
import { ADAPTING_KEYS, type LoweredParameters } from "./lower-parameters.js";
import { UNRESOLVED } from "./resolve-type.js";
import { isPart, standardType } from "./standard-types.js";
import type { ValueType } from "./value-types.js";

type Source = Pick<
  CallableSource,
  "kind" | "name" | "id" | "path" | "scope" | "result" | "spec" | "pythonPath"
>;

/** Whether C++ is given something else than what Python gives, or Python something else than what C++ returns. */
export function isAdapting({ expression, fails, length, params }: Source["spec"]): boolean {
  const isOther = [expression, fails, length].some((each) => each !== undefined);
  return isOther || (params ?? []).some((each) => ADAPTING_KEYS.some((key) => each[key]));
}

export interface Adapted {
  /** What Python is given. */
  readonly result: ResolvedType | "deduced";
  readonly adapter?: Adapter;
}

/** What C++ returned, in the expressions of a spec. */
const RESULT = "result";

export function lowerAdapter(
  context: Context,
  source: Source,
  policy: string,
  { parameters, locals }: Omit<LoweredParameters, "passed">,
): Adapted {
  const { spec, result } = source;
  checkKeys(context, source, policy);
  const failure = failureOf(context, source);
  const length = lengthOf(context, source);
  const isPointee = isReferredTo(source);
  const isAdapted = locals.length > 0 || isPointee;
  if (!isAdapted && failure === undefined && length === undefined) return { result };
  if (failure !== undefined || length !== undefined) checkResultName(context, source, parameters);
  const sized = freeNames(length?.expression ?? "");
  const written = locals.filter((each) => !sized.has(each.name));
  const isReturned = !isVoid(result) && !/^return_(arg|self)$/.test(spec.policy?.return ?? "");
  const texts = [failure?.when, failure?.message, length?.expression];
  const isNamed = texts.some((text) => freeNames(text ?? "").has(RESULT));
  const isFree = failure === undefined && length === undefined;
  const isBound = isNamed || (isReturned && (locals.length > 0 || !isFree));
  return {
    result: resultOf(context, source, { isReturned, isPointee, written }),
    adapter: {
      locals,
      returned: result,
      isReturned,
      isPointee,
      outputs: written.map((each) => each.name),
      ...(isBound && { bound: isFree ? "gen_bindings_result" : RESULT }),
      ...(length !== undefined && { length }),
      ...(failure !== undefined && { failure }),
    },
  };
}

function isVoid(type: ResolvedType | "deduced"): boolean {
  return type !== "deduced" && type.kind === "void" && type.indirection === "value";
}

/** Whether Python gets a copy of what a pointer refers to, and None for null. */
function isReferredTo({ result, spec }: Source): boolean {
  if (result === "deduced" || spec.policy?.return !== "return_by_value") return false;
  const isPointer = result.indirection === "pointer" && !/\*.*\*/.test(result.value);
  return isPointer && !["text", "python", "void", "opaque"].includes(result.kind);
}

/** One value as it is, several as a tuple. */
function resultOf(
  context: Context,
  source: Source,
  made: Pick<Adapter, "isReturned" | "isPointee"> & { readonly written: Adapter["locals"] },
): ResolvedType | "deduced" {
  const { result } = source;
  const outputs = made.written.map((each) => each.type);
  if (!made.isReturned) {
    const [only, ...others] = outputs;
    if (only === undefined) return result;
    if (!fitsTuple(context, source)) return UNRESOLVED;
    if (others.length === 0) return only;
    return together(context, source, outputs);
  }
  const returned = made.isPointee ? pointee(context, result) : result;
  if (outputs.length === 0 || returned === "deduced") return returned;
  if (!fitsTuple(context, source)) return UNRESOLVED;
  return together(context, source, [asValue(returned), ...outputs]);
}

function pointee(context: Context, pointer: ResolvedType | "deduced"): ResolvedType {
  if (pointer === "deduced" || pointer === UNRESOLVED) return UNRESOLVED;
  const cpp = pointer.value.replace(/^const /, "").replace(/\s*\*$/, "");
  const part: ResolvedType = { ...pointer, cpp, value: cpp, indirection: "value" };
  return typeOf(context, standardType("std::optional", [part]));
}

function asValue(type: ResolvedType): ResolvedType {
  if (type.indirection === "pointer") return type;
  return { ...type, cpp: type.value, indirection: "value" };
}

function together(
  context: Context,
  { id, path }: Source,
  parts: readonly ResolvedType[],
): ResolvedType {
  if (parts.includes(UNRESOLVED)) return UNRESOLVED;
  const strange = parts.find((each) => !isPart(each));
  if (strange !== undefined) {
    const why = "Python would have to know the owner of what it refers to";
    const given = { name: id, type: spelling(strange), why };
    context.report(diagnose("GB4081", given, { span: context.located.at(...path, "returns") }));
    return UNRESOLVED;
  }
  return typeOf(context, standardType("std::tuple", parts));
}

function typeOf(context: Context, type: ValueType | undefined): ResolvedType {
  if (type === undefined) return UNRESOLVED;
  const statement = registration(type);
  if (statement !== undefined) context.runtimeConverters.add(statement);
  return { ...type, value: type.cpp, indirection: "value" };
}

/** A policy about the result is about all of it, and a tuple neither refers nor depends. */
function fitsTuple({ located, report }: Context, { spec, id, path, result }: Source): boolean {
  const { policy } = spec;
  const isCopied = policy?.return === undefined || /^(return_by_value|copy_)/.test(policy.return);
  const wards = (policy?.custodianAndWard ?? []).flatMap((each) => [each.custodian, each.ward]);
  const why = !isCopied
    ? `"${policy?.return}" is about what C++ returns alone, and Python gets more`
    : policy?.cpp !== undefined
      ? "the policy class would be given a tuple"
      : wards.includes("return")
        ? "a tuple is neither custodian nor ward"
        : undefined;
  if (why === undefined) return true;
  const type = isVoid(result) || result === "deduced" ? "an argument" : spelling(result);
  report(diagnose("GB4081", { name: id, type, why }, { span: located.at(...path, "policy") }));
  return false;
}

function failureOf(
  context: Context,
  { spec, path, scope, pythonPath }: Source,
): Failure | undefined {
  const { fails } = spec;
  if (fails === undefined) return undefined;
  const { at } = context.located;
  const told = JSON.stringify(`${pythonPath}: ${fails.when}`);
  return {
    when: fails.when,
    message: fails.message ?? told,
    raised: exceptionReference(context, scope, fails.raises, [...path, "fails", "raises"]),
    whenSpan: at(...path, "fails", "when"),
    messageSpan: at(...path, "fails", "message"),
  };
}

function lengthOf(context: Context, { spec, path, id, result }: Source): Adapter["length"] {
  if (spec.length === undefined) return undefined;
  const { located, report } = context;
  if (result !== UNRESOLVED && (result === "deduced" || result.kind !== "bytes")) {
    const why = 'only of a result "bytes" is there a length';
    const span = located.atKey(path, "length");
    report(diagnose("GB2082", { key: "length", what: `"${id}"`, why }, { span }));
    return undefined;
  }
  return { expression: spec.length, span: located.at(...path, "length") };
}

/** The expressions of the spec could not tell the two apart. */
function checkResultName(
  { located, report }: Context,
  { spec, path }: Source,
  parameters: readonly Parameter[],
): void {
  const index = (spec.params ?? []).findIndex((each) => each.name === RESULT);
  if (index < 0 && parameters.every((each) => each.name !== RESULT)) return;
  const twice = { name: RESULT, first: "what C++ returned", second: "a parameter" };
  report(diagnose("GB2004", twice, { span: located.at(...path, "params", index, "name") }));
}

/** What can't be said together. */
function checkKeys({ located, report }: Context, source: Source, policy: string): void {
  const { spec, id, path, kind } = source;
  const refuse = (key: string, why: string, at = path) =>
    report(diagnose("GB2082", { key, what: `"${id}"`, why }, { span: located.atKey(at, key) }));
  if (spec.steps !== undefined) {
    for (const key of ["expression", "fails", "length"] as const) {
      if (spec[key] !== undefined) refuse(key, "the steps are what runs");
    }
  } else if (spec.expression !== undefined) {
    if (spec.cpp !== undefined) refuse("cpp", "the expression is what runs");
    if (policy === "guard") refuse("expression", "a gil_guard is passed to a function");
  }
  for (const [index, each] of (spec.params ?? []).entries()) {
    for (const key of ADAPTING_KEYS) {
      if (each[key] === undefined || each[key] === "in") continue;
      const isWritten = key === "direction";
      const why =
        spec.steps !== undefined
          ? "the steps say themselves what is passed"
          : spec.expression !== undefined && !isWritten
            ? "the expression says itself what is passed"
            : kind === "constructor" && isWritten
              ? "Python gets the object that is made, and nothing beside it"
              : undefined;
      if (why !== undefined) refuse(key, why, [...path, "params", index]);
    }
  }
}
