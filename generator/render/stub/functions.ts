/** Functions, methods, constructors and accessors as a stub declares them. */
import { type StubParameter, stubParameters } from "../../model/boost-definition.js";
import { type Callable, objectKeyword } from "../../model/callable.js";
import type { Presences } from "../../model/presence.js";
import { type Bases, isWithin, union } from "./annotations.js";
import { callDoc } from "./facts.js";
import { defaultValue } from "./literal.js";
import type { StubNames } from "./names.js";
import type { Overload, ShownParameter, StubFunction } from "./overloads.js";
import { presenceText, withPresence } from "./presence.js";

/** A function, method or accessor of a stub. */
export interface StubFunctionView {
  /** The decorators, without `@`. */
  readonly decorators: readonly string[];
  /** Its name. */
  readonly name: string;
  /** A comment for type checkers, or "". */
  readonly ignore: string;
  /** Separated by commas, `self` included. */
  readonly parameters: string;
  /** The annotation of what is returned. */
  readonly result: string;
  /** The inside of the docstring; "" where there is none. */
  readonly doc: string;
}

/** What signatures of a module refer to. */
export interface SignatureFacts {
  readonly bases: Bases;
  /** The annotation of each enumerator by its C++ name. */
  readonly enumerators: ReadonlyMap<string, string>;
  /** The annotations of what C++ converts to a value, by the C++ type of that. */
  readonly conversions: ReadonlyMap<string, readonly string[]>;
  readonly presences: Presences;
}

export function stubFunction(callable: Callable, facts: SignatureFacts): StubFunction {
  const { kind, name, parameters } = callable;
  const isFree = kind === "function" || kind === "static method";
  const least = Math.min(parameters.length, ...callable.shorter.map(({ count }) => count));
  return {
    name,
    isStatic: kind === "static method",
    receiver: isFree ? [] : [objectKeyword(callable) || "self"],
    ...shownParameters(stubParameters(parameters, least), facts),
    result: kind === "constructor" ? "None" : resultOf(callable),
    doc: callDoc(callable),
    presence: presenceText(facts.presences, callable.logicalPath),
  };
}

export function shownParameters(
  parameters: readonly StubParameter[],
  { bases, enumerators, conversions }: SignatureFacts,
): Pick<StubFunction, "parameters" | "positional"> {
  const defaultText = (given: NonNullable<StubParameter["default"]>) =>
    given === "unknown" ? "..." : defaultValue(given.cpp, given.type, enumerators);
  const named = new Set(parameters.map((each) => each.name));
  // What has no name for callers may be called what nobody else is.
  const nameOf = ({ name, isPositional }: StubParameter) => {
    const short = name.replace(/^gen_bindings_/, "");
    return isPositional && !named.has(short) ? short : name;
  };
  return {
    positional: parameters.filter((each) => each.isPositional).length,
    parameters: parameters.map((each) => ({
      name: nameOf(each),
      annotation: (conversions.get(each.value ?? "") ?? []).reduce(
        (taken, from) => (isWithin(from, taken, bases) ? taken : union(taken, from)),
        each.annotation,
      ),
      ...(each.default !== undefined && { default: defaultText(each.default) }),
    })),
  };
}

/** The annotation of what a call returns: where a policy says so, one of its arguments. */
function resultOf({ kind, policy, parameters, result }: Callable): string {
  if (policy.result === "return_arg") {
    const hasSelf = kind !== "function" && kind !== "static method";
    if (hasSelf && policy.of === 1) return "typing_extensions.Self";
    const returned = parameters[policy.of - (hasSelf ? 2 : 1)]?.type.annotation.argument;
    return returned ?? "typing.Any";
  }
  return result === "deduced" ? "typing.Any" : result.annotation.result;
}

/** A method of no parameters, for what has no call body. */
export function method(name: string, result: string): StubFunction {
  return {
    name,
    isStatic: false,
    receiver: ["self"],
    positional: 0,
    parameters: [],
    result,
    doc: "",
    presence: "",
  };
}

/** What Python can only read, and Boost.Python reads by itself. */
export function readonlyProperty(
  names: StubNames,
  name: string,
  annotation: string,
  doc: string,
  ignored: readonly string[],
): StubFunctionView {
  return {
    ...callView({ ...method(name, annotation), doc }, names, ignored),
    decorators: [names.spell("builtins.property")],
  };
}

/** A text of all that a checker compares where a derived class has the same name. */
export function signatureOf({ isStatic, positional, parameters, result }: StubFunction): string {
  return JSON.stringify([isStatic, positional, parameters, result]);
}

/** @param ignored what else is known and meant, beside what the overloads bring along */
export function functionViews(
  overloads: readonly Overload[],
  names: StubNames,
  ignored: readonly string[],
): readonly StubFunctionView[] {
  const isOverloaded = overloads.length > 1;
  return overloads.map((each) => ({
    decorators: [
      ...(isOverloaded ? [names.spell("typing.overload")] : []),
      ...(each.isStatic ? [names.spell("builtins.staticmethod")] : []),
    ],
    ...callView(each, names, [...each.ignored, ...ignored]),
  }));
}

export function callView(
  { name, receiver, positional, parameters, result, doc, presence }: StubFunction,
  names: StubNames,
  ignored: readonly string[],
): Omit<StubFunctionView, "decorators"> {
  const shown = parameters.map((each) => parameter(each, names));
  const [object] = receiver;
  const others = shown.toSpliced(positional, 0, ...(positional > 0 ? ["/"] : [])).join(", ");
  return {
    name,
    ignore: ignoring(ignored),
    parameters: object === undefined ? others : withObject(object, others),
    result: names.spell(result),
    doc: docText(withPresence(doc, presence)),
  };
}

/** The object before the other parameters. Pyright complains of any other name than `self`; callers may use it. */
function withObject(object: string, others: string): string {
  if (object !== "self")
    return `${object},  # pyright: ignore[reportSelfClsParameterName]\n${others}`;
  return others === "" ? object : `${object}, ${others}`;
}

/**
 * A comment that Pyright heeds too. Where mypy has nothing to complain of after all, it does not
 * complain of that: what checkers say of overlaps differs between them and between their versions.
 */
export function ignoring(codes: readonly string[]): string {
  return codes.length === 0 ? "" : `  # type: ignore[${[...codes, "unused-ignore"].join(", ")}]`;
}

/** A text as it stands between three quotes, in as many lines as it has. */
export function docText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be escaped
  const escaped = text.replace(/\\|"(?="")|"$|[\0-\x09\x0b-\x1f\x7f]|\p{Surrogate}/gu, (found) => {
    if (found === "\\" || found === '"') return `\\${found}`;
    return found > "\x7f" ? "\ufffd" : `\\x${found.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
  return text.includes("\n") ? `${escaped}\n` : escaped;
}

function parameter({ name, annotation, default: value }: ShownParameter, names: StubNames): string {
  const typed = `${name}: ${names.spell(annotation)}`;
  if (value === undefined) return typed;
  // An enumerator, of this module or of another one.
  const isName = /^\.?[A-Za-z_]\w*(?:\.\w+)+$/.test(value);
  return `${typed} = ${isName ? names.spell(value) : value}`;
}
