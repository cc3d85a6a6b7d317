/**
 * The module as it will be bound: plain, resolved data. Passes make it, views read it.
 * Everything here has a place in the user's file, for diagnostics and for `explain`.
 */
import type { Span } from "../diagnostics/source-text.js";
import type { ResolvedType } from "./type.js";

export type GilPolicyName = "hold" | "release" | "guard" | "steps";

/** A setting, and where it was set. */
export interface Setting<Value> {
  readonly value: Value;
  /** "this function", "class Counter", "the module's defaults", "built in". */
  readonly from: string;
  /** Absent where the value is the language's own. */
  readonly span?: Span;
}

export interface GilPolicy {
  readonly name: GilPolicyName;
  /** The condition of `release … when`. */
  readonly when?: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: ResolvedType;
  /** The type as it was written, and where. */
  readonly typeText: string;
  readonly typeSpan: Span;
  /** A C++ expression. */
  readonly default?: string;
  readonly doc?: string;
  readonly span: Span;
}

export interface Example {
  readonly call: string;
  readonly returns?: string;
  readonly raises?: string;
  readonly setup?: string;
  readonly span: Span;
}

export interface Step {
  readonly state: "release" | "acquire";
  readonly expression: string;
  readonly as?: string;
  readonly span: Span;
}

export type CallableKind =
  | "function"
  | "method"
  | "static method"
  | "constructor"
  | "getter"
  | "setter";

/** What the call body runs: one C++ expression, or a list of steps. */
export type Implementation =
  | { readonly form: "call"; readonly expression: string }
  | { readonly form: "steps"; readonly steps: readonly Step[] };

/** Anything that a call from Python reaches: function, method, constructor, accessor. */
export interface Callable {
  readonly kind: CallableKind;
  /** The name in Python; `__init__` for a constructor. */
  readonly name: string;
  /** As Python reaches it from the module: "f", "Counter.inc", "Counter". */
  readonly pythonPath: string;
  /** Unlike any other in the module: "f", "f#2", "Counter.inc", "Counter.__init__". */
  readonly id: string;
  /** The stable path for `#line`: "example/functions/f#2". */
  readonly logicalPath: string;
  /** An identifier unlike that of any other callable: "f_2", "Counter_inc". */
  readonly identifier: string;
  /** The C++ identifier of the call body, made of the former. */
  readonly body: string;
  readonly doc?: string;
  /** The C++ class of the object, for methods and accessors. */
  readonly self?: string;
  readonly parameters: readonly Parameter[];
  /** Deduced from the C++ expression where a property names no type. */
  readonly result: ResolvedType | "deduced";
  readonly resultSpan: Span;
  readonly implementation: Implementation;
  readonly gil: Setting<GilPolicy>;
  readonly dispatch: Setting<"boost">;
  readonly examples: readonly Example[];
  readonly span: Span;
  /** What names the C++ that is called: `cpp`, or the name where there is none. */
  readonly targetSpan: Span;
}

export interface Attribute {
  readonly name: string;
  readonly member: string;
  readonly access: "readonly" | "readwrite";
  readonly doc?: string;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface PropertyModel {
  readonly name: string;
  readonly get: Callable;
  readonly set?: Callable;
  readonly doc?: string;
}

export interface Class {
  readonly name: string;
  /** As Python reaches it from the module: "RE2.Options". */
  readonly pythonPath: string;
  /** The C++ identifier made of it: "RE2_Options". */
  readonly identifier: string;
  /** The enclosing class's Python path, "" in the module. */
  readonly scope: string;
  readonly cpp: string;
  readonly doc?: string;
  readonly held: "value" | "std::shared_ptr" | "boost::shared_ptr";
  /** The Python paths of the bases. */
  readonly bases: readonly string[];
  readonly copyable: boolean;
  readonly constructors: readonly Callable[];
  readonly methods: readonly Callable[];
  readonly attributes: readonly Attribute[];
  readonly properties: readonly PropertyModel[];
  readonly logicalPath: string;
  readonly span: Span;
}

export interface Enumeration {
  readonly name: string;
  readonly pythonPath: string;
  readonly identifier: string;
  readonly scope: string;
  readonly cpp: string;
  readonly doc?: string;
  readonly values: readonly { readonly name: string; readonly cpp: string }[];
  readonly export: boolean;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface ExceptionModel {
  readonly name: string;
  readonly cpp: string;
  /** A built-in exception of Python, or another exception of this module. */
  readonly base: { readonly name: string; readonly builtin: boolean };
  readonly doc?: string;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface Constant {
  readonly name: string;
  readonly cpp: string;
  readonly doc?: string;
  readonly logicalPath: string;
  readonly span: Span;
}

/** A function that registers a type's converters. */
export interface ConverterRegistration {
  readonly function: string;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface Module {
  readonly name: string;
  readonly doc?: string;
  /** As written: `mine.hpp` or `<re2/re2.h>`. */
  readonly headers: readonly string[];
  readonly link: readonly string[];
  /** The distinct signatures of all callbacks. */
  readonly callbackSignatures: readonly string[];
  readonly converters: readonly ConverterRegistration[];
  readonly exceptions: readonly ExceptionModel[];
  /** Bases before derived, enclosing before inner. */
  readonly classes: readonly Class[];
  readonly enumerations: readonly Enumeration[];
  readonly constants: readonly Constant[];
  readonly functions: readonly Callable[];
  readonly span: Span;
}

/** Every callable of a module, in the order of the model. */
export function callablesOf(module: Module): readonly Callable[] {
  return [
    ...module.functions,
    ...module.classes.flatMap((each) => [
      ...each.constructors,
      ...each.methods,
      ...each.properties.flatMap((one) => (one.set ? [one.get, one.set] : [one.get])),
    ]),
  ];
}
