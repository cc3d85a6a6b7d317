/** What the template of an entry prints: how one callable takes a call from Python, without Boost.Python. */
import { type Callable, takesObject } from "../../model/callable.js";
import type { Module } from "../../model/model.js";
import type { ResolvedType } from "../../model/type.js";
import { isVoid, parameterType, placedExpression } from "../call-body-view.js";
import { cppString } from "../literals.js";
import { DEFAULT_POLICIES, policiesOf } from "../policy-class.js";
import { presenceOf } from "../presence.js";
import { lettersOf } from "./number-letters.js";

/** Where calls from Python arrive that Boost.Python does not dispatch. */
export interface EntryView {
  /** What is called, unlike any other in the module: "Counter.inc", "f#2". */
  readonly id: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
  /** The C++ name of the entry. */
  readonly name: string;
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** What it is given, and where in it the arguments begin: `gen_bindings_given, 1` behind an object to be made. */
  readonly given: string;
  /** What is converted, in the order of the parameters; the object first where there is one. */
  readonly arguments: readonly EntryArgumentView[];
  /** The class of the object, where only numbers or bool follow it; "" elsewhere. */
  readonly object: string;
  /** Where all of them are numbers or bool, which are converted together: a letter for the type of each, quoted for C++. */
  readonly lettersLiteral: string;
  /** How many numbers these are. */
  readonly numbers: number;
  /** Whether it looks at what it is given. */
  readonly takesArguments: boolean;
  /** The call of the call body. */
  readonly call: string;
  /** Whether the call body returns nothing. */
  readonly isVoid: boolean;
  /** The C++ class of its call policies; "" where none but the usual ones are used. */
  readonly policies: string;
  /** Whether its call policies look at the arguments, before the call and behind it. */
  readonly isSurrounded: boolean;
  /** How many arguments it is given, the object included. */
  readonly size: number;
  /** Whether it makes an object. */
  readonly isConstructor: boolean;
  /** The class of the object that it makes inside the Python object; "" where it does not. */
  readonly placed: string;
}

/** An argument of an entry. */
interface EntryArgumentView {
  /** The C++ class that converts it, `::gen_bindings::fast::argument<int>`. */
  readonly converter: string;
  /** The C++ variable. */
  readonly name: string;
}

/** The C++ name of the entry that leads to a call body. */
export function entryName(callable: Pick<Callable, "body">): string {
  return callable.body.replace(/^gen_bindings_/, "gen_bindings_enter_");
}

/** @param callable a call of `withShorterCalls` */
export function entryView(
  callable: Callable,
  module: Pick<Module, "classes" | "imports" | "presences">,
): EntryView {
  const { kind, body, parameters, policy, self, selfType } = callable;
  const placed = placedExpression(callable);
  const made =
    kind === "constructor"
      ? module.classes.find((each) => each.pythonPath === callable.pythonPath)
      : undefined;
  const policies = policiesOf(callable, module, made);
  const isSurrounded =
    policy.keepsAlive.length > 0 ||
    policy.cpp !== undefined ||
    policy.result === "return_arg" ||
    (made !== undefined && policies !== DEFAULT_POLICIES);
  const isUsed = isSurrounded || (policies !== DEFAULT_POLICIES && !isVoid(callable));
  const args = argumentsOf(callable);
  const letters = selfType === undefined ? lettersOf(parameters) : undefined;
  const object = letters === undefined || self === undefined ? "" : self;
  const names =
    letters === undefined
      ? args.map((each) => `${each.name}.get()`)
      : [
          ...(object === "" ? [] : ["*gen_bindings_object"]),
          ...parameters.map((_, index) => `gen_bindings_numbers[${index}]`),
        ];
  const passed = placed === undefined ? names : ["gen_bindings_place.address()", ...names];
  return {
    id: callable.id,
    presence: presenceOf(module, callable.logicalPath),
    name: entryName(callable),
    logicalPathLiteral: cppString(callable.logicalPath),
    given: `gen_bindings_given${kind === "constructor" ? ", 1" : ""}`,
    arguments: letters === undefined ? args : [],
    object,
    lettersLiteral: cppString(`${takesObject(kind) ? "O" : ""}${letters ?? ""}`),
    numbers: letters?.length ?? 0,
    takesArguments: args.length > 0 || takesObject(kind),
    call: `${body}(${passed.join(", ")})`,
    isVoid: isVoid(callable),
    policies: isUsed ? policies : "",
    isSurrounded,
    size: parameters.length + (takesObject(kind) ? 1 : 0),
    isConstructor: kind === "constructor",
    placed: placed === undefined ? "" : (made?.cpp ?? ""),
  };
}

function argumentsOf(callable: Callable): readonly EntryArgumentView[] {
  const { body, kind, parameters, self, selfType } = callable;
  const object =
    self === undefined
      ? []
      : [selfType === undefined ? objectConverter(`${self}&`) : converter(selfType)];
  const before = object.length;
  const all = [
    ...object,
    ...parameters.map(({ type }, index) =>
      type.cpp.includes("decltype(") ? deducedConverter(body, before + index) : converter(type),
    ),
  ];
  // A constructor is given the object too.
  const first = kind === "constructor" ? 1 : 0;
  return all.map((each, index) => ({
    converter: each,
    name: `gen_bindings_argument_${first + index}`,
  }));
}

function converter(type: ResolvedType): string {
  const taken = parameterType(type);
  return type.kind === "class"
    ? objectConverter(taken)
    : `::gen_bindings::fast::argument<${taken}>`;
}

function objectConverter(type: string): string {
  return `::gen_bindings::fast::object_argument<${type}>`;
}

/** Of what C++ alone knows: the type that the body takes there. */
function deducedConverter(body: string, position: number): string {
  return `::gen_bindings::fast::argument<::gen_bindings::fast::parameter_type<decltype(&${body}), ${position}>>`;
}
