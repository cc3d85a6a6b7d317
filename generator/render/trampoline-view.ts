/** What the template of a trampoline prints: the C++ class that lets Python override. */
import type { Callable, DeclaredValue, Parameter } from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { Module } from "../model/model.js";
import { cppString } from "./literals.js";
import { presenceOf, presenceOfAll } from "./presence.js";

type Declared = Pick<Module, "presences">;

/** A virtual method that Python classes may override. */
export interface OverridableView {
  /** The emitted object that stands for it. */
  readonly key: string;
  /** The C++ class. */
  readonly cpp: string;
  /** The method's name in Python, quoted for C++. */
  readonly nameLiteral: string;
  /** The method as "Counter.inc", quoted for C++. */
  readonly idLiteral: string;
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A C++ class that leads virtual functions to the Python classes that override them. */
export interface TrampolineView {
  /** The Python class: "Place.Kind". */
  readonly pythonPath: string;
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** The emitted class. */
  readonly name: string;
  /** The C++ class that it is derived from. */
  readonly cpp: string;
  /** The last part of the C++ name, which names the constructors. */
  readonly className: string;
  /** The methods that it overrides. */
  readonly methods: readonly OverrideView[];
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A method of a trampoline. */
interface OverrideView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** The C++ type that is returned. */
  readonly result: string;
  /** The member function's name. */
  readonly member: string;
  /** The C++ parameters, separated by commas. */
  readonly parameters: string;
  /** " const", or "". */
  readonly qualifier: string;
  /** Whether C++ has no implementation. */
  readonly isPure: boolean;
  /** The C++ class of the error policy. */
  readonly errorClass: string;
  /** The C++ name of which overrides are looked for. */
  readonly mode: string;
  /** The emitted object that stands for the method. */
  readonly key: string;
  /** `, a, b`, or nothing. */
  readonly arguments: string;
  /** The call of the C++ implementation. */
  readonly baseCall: string;
  /** The same to ask whether it throws: arguments by value are not copied. */
  readonly unevaluatedCall: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A value that C++ gets where Python gives none. */
export interface DeclaredValueView {
  /** The emitted class. */
  readonly identifier: string;
  /** The C++ type of the value. */
  readonly result: string;
  /** The user's C++ expression. */
  readonly expression: string;
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** The object that stands for an overridable method, in call bodies and trampolines. */
export function overridableKey(callable: Callable): string {
  return `gen_bindings_override_${callable.identifier}`;
}

/** The same for a class that may have inherited the method; the length tells two names apart. */
function keyIn(owner: Class, method: Callable): string {
  if (owner.methods.includes(method)) return overridableKey(method);
  const { identifier } = owner;
  return `gen_bindings_inherited_${identifier.length}_${identifier}_${method.identifier}`;
}

export function overridableViews(
  module: Declared,
  classes: readonly Class[],
): readonly OverridableView[] {
  return classes.flatMap((each) =>
    each.overridable.map((method) => ({
      key: keyIn(each, method),
      cpp: each.cpp,
      nameLiteral: cppString(method.name),
      idLiteral: cppString(method.id),
      logicalPathLiteral: cppString(method.logicalPath),
      presence: presenceOfAll(module, [each.logicalPath, method.logicalPath]),
    })),
  );
}

/** `known`: all classes of the module, which arguments may be of. */
export function trampolineViews(
  module: Declared,
  classes: readonly Class[],
  known: readonly Class[],
): readonly TrampolineView[] {
  const copyable = new Set(known.filter((each) => each.copyable).map((each) => each.pythonPath));
  return classes
    .filter((each) => each.overridable.length > 0)
    .map((each) => ({
      pythonPath: each.pythonPath,
      logicalPathLiteral: cppString(each.logicalPath),
      name: `gen_bindings_trampoline_${each.identifier}`,
      cpp: each.cpp,
      className: each.cpp.slice(each.cpp.lastIndexOf(":") + 1),
      methods: each.overridable.map((method) => overrideView(module, each, method, copyable)),
      presence: presenceOf(module, each.logicalPath),
    }));
}

function unevaluated({ name, type }: Parameter): string {
  const isSimple = type.kind === "fundamental" || type.kind === "enumeration";
  return isSimple ? name : `::std::declval<${type.cpp}>()`;
}

/** How Python sees an argument: a copy, or the object itself where it may change or can't be copied. */
function argument({ name, type }: Parameter, copyable: ReadonlySet<string>): string {
  if (type.kind !== "class") return name;
  if (type.indirection === "pointer") return `::boost::python::ptr(${name})`;
  const isCopied = type.indirection !== "reference" && copyable.has(type.className ?? "");
  return isCopied ? name : `::boost::ref(${name})`;
}

function overrideView(
  module: Declared,
  owner: Class,
  method: Callable,
  copyable: ReadonlySet<string>,
): OverrideView {
  const { overriding, result, parameters } = method;
  const member = method.implementation.form === "call" ? memberName(method) : method.name;
  const names = parameters.map((each) => each.name).join(", ");
  return {
    logicalPathLiteral: cppString(method.logicalPath),
    result: result === "deduced" ? "auto" : result.cpp,
    member,
    parameters: parameters.map(({ name, type }) => `${type.cpp} ${name}`).join(", "),
    qualifier: overriding?.isConst === true ? " const" : "",
    isPure: overriding?.isPure ?? false,
    errorClass: overriding?.errorClass ?? "",
    mode: `::gen_bindings::overrides::${overriding?.mode.value ?? "any"}`,
    key: keyIn(owner, method),
    arguments: parameters.map((each) => `, ${argument(each, copyable)}`).join(""),
    baseCall: `${owner.cpp}::${member}(${names})`,
    unevaluatedCall: `${owner.cpp}::${member}(${parameters.map(unevaluated).join(", ")})`,
    presence: presenceOf(module, method.logicalPath),
  };
}

/** The member function's own name, out of `self.name(…)`. */
function memberName({ implementation, name }: Callable): string {
  const expression = implementation.form === "call" ? implementation.expression : "";
  return /^self\.(\w+)\(/.exec(expression)?.[1] ?? name;
}

export function declaredValueViews(
  module: Declared,
  values: readonly DeclaredValue[],
): readonly DeclaredValueView[] {
  return values.map(({ identifier, result, expression, logicalPath }) => ({
    identifier,
    result,
    expression,
    logicalPathLiteral: cppString(logicalPath),
    presence: presenceOf(module, logicalPath),
  }));
}
