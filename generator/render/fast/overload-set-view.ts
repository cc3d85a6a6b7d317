/** What the template of an overload set prints: all that Python calls by one name, as one statement. */
import {
  type Callable,
  objectKeyword,
  takesObject,
  withShorterCalls,
} from "../../model/callable.js";
import type { Class, PropertyModel } from "../../model/class.js";
import type { Module } from "../../model/model.js";
import { placedExpression } from "../call-body-view.js";
import { defaultExpression } from "../keywords.js";
import { cppString } from "../literals.js";
import { presenceOf, presenceOfAny } from "../presence.js";
import { entryName } from "./entry-view.js";
import { typeText } from "./type-text.js";

type Declared = Pick<Module, "presences">;

/** The emitted constant: the entry of the first overload that is there. */
const FIRST = "gen_bindings_entries[0]";

/** All that Python calls by one name, where none of it is dispatched by Boost.Python. */
export interface OverloadSetView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** The function of the runtime headers, `define_method<&gen_bindings_enter_call_Counter_inc>`. */
  readonly definer: string;
  /** The C++ that reaches the module or class that it is in. */
  readonly scope: string;
  /** Its name in Python, quoted for C++. */
  readonly nameLiteral: string;
  /** Where it is but one overload, without defaults: what follows its name, `"a: int\n-> int", "Adds.", true`; else "". */
  readonly only: string;
  /** The overloads in the order in which they are tried. */
  readonly overloads: readonly OverloadView[];
  /** Whether the first overload may be absent where a later one is there. */
  readonly isFirstUncertain: boolean;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** An overload. */
interface OverloadView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** The overload as a C++ initialiser: `{&entry, "a: int\n-> int", "Adds.", true}`. */
  readonly value: string;
  /** The C++ name of its entry. */
  readonly entry: string;
  /** What `#if` asks for it, where not all overloads ask for the same; else "". */
  readonly presence: string;
}

/** A property whose accessors have entries of their own. */
export interface FastPropertyView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** Its name in Python, quoted for C++. */
  readonly nameLiteral: string;
  /** The entries of getter and setter, as template arguments. */
  readonly entries: string;
  /** Its docstring, quoted for C++; "nullptr" where there is none. */
  readonly docLiteral: string;
  /** The getter as a C++ initialiser. */
  readonly getter: string;
  /** The setter as a C++ initialiser; "{}" where there is none. */
  readonly setter: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** @param definer of the runtime: "define_function", "define_method" or "define_static_method". */
export function overloadSetView(
  module: Declared,
  overloads: readonly Callable[],
  definer: string,
  scope: string,
): OverloadSetView {
  const all = overloads.flatMap((each) => withShorterCalls(each).toReversed());
  const [first] = all;
  const presences = all.map(({ logicalPath }) => presenceOf(module, logicalPath));
  const areAlike = presences.every((each) => each === presences[0]);
  const isFirstUncertain = !areAlike && presences[0] !== "";
  const entered = isFirstUncertain ? FIRST : `&${first === undefined ? "" : entryName(first)}`;
  return {
    logicalPathLiteral: cppString(overloads[0]?.logicalPath ?? ""),
    definer: `${definer}<${entered}>`,
    scope,
    nameLiteral: cppString(overloads[0]?.name ?? ""),
    only:
      first !== undefined && all.length === 1 && defaultsOf(first).length === 0
        ? declarationOf(first).join(", ")
        : "",
    overloads: all.map((each, index) => ({
      logicalPathLiteral: cppString(each.logicalPath),
      value: overloadValue(each),
      entry: entryName(each),
      presence: areAlike ? "" : (presences[index] ?? ""),
    })),
    isFirstUncertain,
    presence: presenceOfAny(
      module,
      all.map(({ logicalPath }) => logicalPath),
    ),
  };
}

/** The sets of a class. */
export function overloadSetViews(
  module: Declared,
  sets: readonly (readonly Callable[])[],
  { cpp, fallbacks }: Class,
): readonly OverloadSetView[] {
  return sets.map((overloads) => {
    const kind = overloads[0]?.kind ?? "method";
    const name = overloads[0]?.name ?? "";
    const made = overloadSetView(module, overloads, "", "gen_bindings_class");
    const isInside = overloads.some((each) => placedExpression(each) !== undefined);
    const entry = made.definer.slice(1, -1);
    const definers: Partial<Record<Callable["kind"], string>> = {
      constructor: `define_constructor<${isInside ? cpp : "void"}, ${entry}>`,
      "static method": `define_static_method<${entry}>`,
    };
    const plain = fallbacks.includes(name) ? "define_operator" : "define_method";
    return { ...made, definer: definers[kind] ?? `${plain}<${entry}>` };
  });
}

export function fastPropertyView(
  module: Declared,
  { name, get, set, doc }: PropertyModel,
): FastPropertyView {
  const setter = set === undefined ? "nullptr" : `&${entryName(set)}`;
  return {
    logicalPathLiteral: cppString(get.logicalPath),
    nameLiteral: cppString(name),
    entries: `&${entryName(get)}, ${setter}`,
    docLiteral: doc === undefined ? "nullptr" : cppString(doc),
    getter: overloadValue(get),
    setter: set === undefined ? "{}" : overloadValue(set),
    presence: presenceOf(module, get.logicalPath),
  };
}

function overloadValue(callable: Callable): string {
  const defaults = defaultsOf(callable);
  const parts = [
    `&${entryName(callable)}`,
    ...declarationOf(callable),
    ...(defaults.length > 0 ? [`{${defaults.join(", ")}}`] : []),
  ];
  return `{${parts.join(", ")}}`;
}

/** Its signature, its docstring, and whether the former is shown. */
function declarationOf(callable: Callable): readonly string[] {
  const { doc, docstrings } = callable;
  return [
    cppString(signatureText(callable)),
    doc === undefined || !docstrings.user ? "nullptr" : cppString(doc),
    String(docstrings.python),
  ];
}

/** A line for each parameter, its name in Python and the type that it may give, the object first; then the result. */
function signatureText(callable: Callable): string {
  const { kind, parameters, scope } = callable;
  const own = takesObject(kind) ? [`${objectKeyword(callable)}: ${scope}`] : [];
  const others = parameters.map(
    ({ name, isPositional, type }) =>
      `${isPositional ? "" : name}: ${typeText(type.annotation.argument)}`,
  );
  return [...own, ...others, `-> ${resultText(callable)}`].join("\n");
}

/** From the first parameter that has one on. */
function defaultsOf({ parameters }: Callable): readonly string[] {
  const values = parameters.map(defaultExpression);
  const first = values.findIndex((each) => each !== undefined);
  if (first === -1) return [];
  return values
    .slice(first)
    .map((each) =>
      each === undefined ? "nullptr" : `::gen_bindings::fast::default_value(${each})`,
    );
}

function resultText({ kind, policy, parameters, result }: Callable): string {
  if (kind === "constructor") return "None";
  if (policy.result === "return_arg") {
    const before = takesObject(kind) ? 2 : 1;
    if (before === 2 && policy.of === 1) return "Self";
    const returned = parameters[policy.of - before]?.type.annotation.argument;
    return returned === undefined ? "object" : typeText(returned);
  }
  return result === "deduced" ? "object" : typeText(result.annotation.result);
}
