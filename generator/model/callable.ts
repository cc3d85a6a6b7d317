/** What a call from Python reaches: its parameters, its policies, and what it does. */
import type { Span } from "../diagnostics/source-text.js";
import type { Adapter } from "./adapter.js";
import type { ErrorPolicy, ResolvedType } from "./type.js";

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

/** What is locked while a call runs. */
export type LockForm =
  | { readonly form: "none" }
  | { readonly form: "self" }
  /** The object's own recursive mutex, a data member. */
  | { readonly form: "member"; readonly member: string }
  | { readonly form: "module" };

/** One mutex that a call body takes. */
export type LockTarget =
  | { readonly form: "module" }
  /** The object that a parameter, or self, refers to; its own mutex where `member` is given. */
  | {
      readonly form: "object";
      readonly name: string;
      readonly className: string;
      /** A pointer, shared or not, may be null. */
      readonly isPointer: boolean;
      readonly isShared: boolean;
      readonly member?: string;
    };

/** Who calls a callback or an override: the thread that made the call, or one of the library's. */
export type CallingThread = "caller" | "native";

export type OverridesMode = "any" | "subclass";

/** What makes a method one that Python classes may override. */
export interface Overriding {
  readonly isPure: boolean;
  readonly isConst: boolean;
  readonly onError: Setting<ErrorPolicy>;
  /** The C++ class of the error policy, `::gen_bindings::on_error::propagate<>`. */
  readonly errorClass: string;
  readonly thread: CallingThread;
  readonly mode: Setting<OverridesMode>;
}

/** What becomes of a result: Boost.Python's result converter generators, and its return_arg. */
export type ResultPolicy =
  | "return_by_value"
  | "copy_const_reference"
  | "copy_non_const_reference"
  | "reference_existing_object"
  | "manage_new_object"
  | "return_opaque_pointer"
  | "return_internal_reference"
  | "return_arg";

/** Boost.Python's call policies. Positions as Boost counts them: 0 the result, 1 self or the first. */
export interface CallPolicy {
  /** By value where the spec says nothing. */
  readonly result?: ResultPolicy;
  /** Of return_arg: the argument that is returned. */
  readonly of: number;
  /** A project's own policy class, in place of all others. */
  readonly cpp?: string;
  readonly keepsAlive: readonly { readonly custodian: number; readonly ward: number }[];
}

/** The value that C++ gets where Python gives none; a class of that name is emitted. */
export interface DeclaredValue {
  readonly identifier: string;
  readonly result: string;
  readonly expression: string;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface Parameter {
  readonly name: string;
  /** It has no name in Python, and is passed by its position. */
  readonly isPositional: boolean;
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

/** How a call from Python is converted: by Boost.Python, or by code made for its signature. */
export type Dispatch = "boost" | "fast";

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
  | "setter"
  | "static getter"
  | "static setter";

/** Whether a call is given an object: a constructor makes it. */
export function takesObject(kind: CallableKind): boolean {
  return kind !== "function" && !kind.startsWith("static");
}

/** What callers may call the object, where it is named and all else is; "" where they can't name it. */
export function objectKeyword({
  selfName,
  parameters,
}: Pick<Callable, "selfName" | "parameters">): string {
  return parameters.every((each) => !each.isPositional) ? selfName : "";
}

/** What the call body runs: one C++ expression, or a list of steps. */
export type Implementation =
  | { readonly form: "call"; readonly expression: string }
  | { readonly form: "steps"; readonly steps: readonly Step[] };

/** Whether an entry of its own converts the call. */
export function isFast({ dispatch, boostReason }: Pick<Callable, "dispatch" | "boostReason">) {
  return dispatch.value === "fast" && boostReason === undefined;
}

export interface ShorterCall {
  /** The number of arguments, without the object. */
  readonly count: number;
  readonly expression: string;
  readonly body: string;
}

/** What the docstring of a function shows: the spec's text, its signature in Python and in C++. */
export interface DocstringOptions {
  readonly user: boolean;
  readonly python: boolean;
  readonly cpp: boolean;
}

/** Anything that a call from Python reaches: function, method, constructor, accessor. */
export interface Callable {
  readonly kind: CallableKind;
  /** The name in Python; `__init__` for a constructor. */
  readonly name: string;
  /** As Python reaches it from the module: "f", "Counter.inc", "Counter". */
  readonly pythonPath: string;
  /** The Python path of the class or submodule that it is in, "" in the module. */
  readonly scope: string;
  /** Unlike any other in the module: "f", "f#2", "Counter.inc", "Counter.__init__". */
  readonly id: string;
  /** The stable path for `#line`: "example/functions/f#2". */
  readonly logicalPath: string;
  /** An identifier unlike that of any other callable: "f_2", "Counter_inc". */
  readonly identifier: string;
  /** The C++ identifier of the call body, made of the former. */
  readonly body: string;
  readonly doc?: string;
  readonly docstrings: DocstringOptions;
  /** The C++ class of the object, for methods and accessors. */
  readonly self?: string;
  /** How the call body takes the object, if not by reference. */
  readonly selfType?: ResolvedType;
  /** What signatures call the object itself; "" for nothing, and where there is none. */
  readonly selfName: string;
  readonly parameters: readonly Parameter[];
  /** Deduced from the C++ expression where a property names no type. */
  readonly result: ResolvedType | "deduced";
  readonly resultSpan: Span;
  readonly implementation: Implementation;
  readonly adapter?: Adapter;
  /** Of a constructor: the expression that makes the object in its place inside the Python object. */
  readonly placed?: string;
  /** Calls with fewer arguments, where C++ knows the defaults of the others; the longest first. */
  readonly shorter: readonly ShorterCall[];
  readonly gil: Setting<GilPolicy>;
  readonly lock: Setting<LockForm>;
  /** The mutexes that the call body takes together. */
  readonly locks: readonly LockTarget[];
  /** Declared facts: waits for another thread; changes the object; lets C++ exceptions through. */
  readonly blocks: boolean;
  readonly mutates: Setting<boolean>;
  readonly exceptions: Setting<boolean>;
  /** Of a method that Python classes may override. */
  readonly overriding?: Overriding;
  readonly policy: CallPolicy;
  readonly dispatch: Setting<Dispatch>;
  /** Why Boost.Python dispatches it although it is set to fast. */
  readonly boostReason?: string;
  readonly examples: readonly Example[];
  /** Whether this is the getter or setter of an attribute, which calls nothing of the user's. */
  readonly isFieldAccess: boolean;
  readonly span: Span;
  /** What names the C++ that is called: `cpp`, or the name where there is none. */
  readonly targetSpan: Span;
}

/** The overloads that Boost.Python is given of a callable: the full one, then the shorter ones. */
export function withShorterCalls(callable: Callable): readonly Callable[] {
  const { parameters, locks, policy, self, kind } = callable;
  const before = self === undefined && kind !== "constructor" ? 0 : 1;
  const shorter = callable.shorter.map(({ count, expression, body }): Callable => {
    const left = parameters.slice(0, count);
    const isThere = (name: string) => name === "self" || left.some((each) => each.name === name);
    const isWithin = (position: number) => position <= before + count;
    return {
      ...callable,
      body,
      parameters: left,
      implementation: { form: "call", expression },
      shorter: [],
      locks: locks.filter((each) => each.form === "module" || isThere(each.name)),
      policy: {
        ...policy,
        keepsAlive: policy.keepsAlive.filter(
          (each) => isWithin(each.custodian) && isWithin(each.ward),
        ),
      },
    };
  });
  return [callable, ...shorter];
}
