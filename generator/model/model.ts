/**
 * The module as it will be bound: plain, resolved data. Passes make it, views read it.
 * Everything here has a place in the user's file, for diagnostics and for `explain`.
 */
import type { Span } from "../diagnostics/source-text.js";
import type { Adapter } from "./adapter.js";
import type { BoostDefinition } from "./boost-definition.js";
import type { CallbackFacts, ErrorPolicy, ResolvedType } from "./type.js";

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

/** What the call body runs: one C++ expression, or a list of steps. */
export type Implementation =
  | { readonly form: "call"; readonly expression: string }
  | { readonly form: "steps"; readonly steps: readonly Step[] };

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
  readonly dispatch: Setting<"boost">;
  readonly examples: readonly Example[];
  /** Whether this is the getter or setter of an attribute, which calls nothing of the user's. */
  readonly isFieldAccess: boolean;
  readonly span: Span;
  /** What names the C++ that is called: `cpp`, or the name where there is none. */
  readonly targetSpan: Span;
}

export interface Attribute {
  readonly name: string;
  readonly member: string;
  readonly access: "readonly" | "readwrite";
  readonly isStatic: boolean;
  /** Where the spec says it. */
  readonly type?: ResolvedType;
  readonly doc?: string;
  readonly logicalPath: string;
  readonly span: Span;
}

/**
 * Also an attribute whose access needs a call body: under a lock, with a call policy, or a
 * callback field.
 */
export interface PropertyModel {
  readonly name: string;
  readonly isStatic: boolean;
  readonly get: Callable;
  readonly set?: Callable;
  readonly doc?: string;
}

/** How a Python object holds the C++ one. */
export type HeldType =
  | { readonly form: "value" }
  | {
      readonly form: "pointer";
      /** "std::shared_ptr", where it is a template of the class. */
      readonly template?: string;
      /** The pointer's C++ type. */
      readonly cpp: string;
    };

export interface Class {
  readonly name: string;
  /** As Python reaches it from the module: "RE2.Options". */
  readonly pythonPath: string;
  /** The C++ identifier made of it: "RE2_Options". */
  readonly identifier: string;
  /** The Python path of the enclosing class or submodule, "" in the module. */
  readonly scope: string;
  readonly cpp: string;
  readonly doc?: string;
  readonly held: HeldType;
  /** Further smart pointers to it that Python can be given, as C++ types. */
  readonly pointers: readonly string[];
  /** The Python paths of the bases. */
  readonly bases: readonly string[];
  readonly copyable: boolean;
  /** The hand-written class that leads its virtual functions to Python. */
  readonly wrapper?: string;
  readonly destructor: Setting<"hold" | "release">;
  /** Whether the destructor is declared to wait for another thread. */
  readonly destructorBlocks: boolean;
  /** The lock that the members take, unless they say otherwise. */
  readonly lock: Setting<LockForm>;
  /**
   * The virtual methods that Python classes may override: the class's own and its bases'. Empty
   * where it declares none of its own; else constructors make a trampoline.
   */
  readonly overridable: readonly Callable[];
  readonly constructors: readonly Callable[];
  /** Operators are methods of special names. */
  readonly methods: readonly Callable[];
  /** Special methods after whose overloads Python is to try the other operand. */
  readonly fallbacks: readonly string[];
  /** Whether objects are compared by `__eq__` and have no hash of their own. */
  readonly isUnhashable: boolean;
  readonly attributes: readonly Attribute[];
  readonly properties: readonly PropertyModel[];
  readonly definitions: readonly BoostDefinition[];
  readonly logicalPath: string;
  readonly span: Span;
}

/** Boost.Python's own class derived from int, or a class of Python's module enum. */
export type EnumerationKind = "boost" | "IntEnum" | "Enum" | "IntFlag";

export interface Enumeration {
  readonly name: string;
  readonly kind: EnumerationKind;
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

/** A built-in exception of Python, or one of this module by its Python path. */
export interface ExceptionReference {
  readonly name: string;
  readonly builtin: boolean;
}

/** What becomes of a C++ exception in Python. */
export type Arrival =
  /** A Python class of its own. */
  | {
      readonly form: "class";
      readonly name: string;
      readonly pythonPath: string;
      readonly base: ExceptionReference;
      readonly doc?: string;
    }
  /** A class that is there already. */
  | { readonly form: "existing"; readonly raised: ExceptionReference }
  /** What a C++ function of the user's makes of it, which is called by this expression. */
  | { readonly form: "translator"; readonly call: string };

/** What a Python exception is told by the C++ one. */
export interface ExceptionAttribute {
  readonly name: string;
  /** What std::invoke is given, before the exception. */
  readonly getter: string;
  readonly type?: ResolvedType;
  readonly doc?: string;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface ExceptionModel {
  readonly cpp: string;
  readonly arrival: Arrival;
  readonly attributes: readonly ExceptionAttribute[];
  /** The Python path of the submodule it is in, "" in the module. */
  readonly scope: string;
  readonly identifier: string;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface Constant {
  readonly name: string;
  readonly scope: string;
  readonly cpp: string;
  /** Where the spec says it. */
  readonly type?: ResolvedType;
  readonly doc?: string;
  readonly logicalPath: string;
  readonly span: Span;
}

/** A header of the user's. */
export interface Header {
  /** As written: `mine.hpp` or `<re2/re2.h>`. */
  readonly name: string;
  readonly logicalPath: string;
  readonly span: Span;
}

/** A type of which Python only hands pointers on. */
export interface OpaqueType {
  readonly cpp: string;
  readonly logicalPath: string;
  readonly span: Span;
}

/** Registers a converter between C++ and Python. */
export interface ConverterRegistration {
  /** The C++ statement, without its semicolon. */
  readonly statement: string;
  /** Headers of Boost.Python that it needs: "implicit" is <boost/python/implicit.hpp>. */
  readonly headers: readonly string[];
  readonly logicalPath: string;
  readonly span: Span;
}

/** C++ of the user's own, which stands in the emitted code as it is. */
export interface VerbatimCode {
  readonly at: "namespace" | "module" | "class";
  /** The Python path of the class or submodule that it belongs to, "" for the module. */
  readonly scope: string;
  readonly text: string;
  readonly logicalPath: string;
  readonly span: Span;
}

/** One that C++ makes of a value, where Python gives what it can be made of. */
export interface Conversion extends ConverterRegistration {
  readonly from: ResolvedType;
  readonly to: ResolvedType;
}

/** A Python module inside the module. */
export interface Submodule {
  readonly name: string;
  /** As Python reaches it from the module: "io", "io.text". */
  readonly pythonPath: string;
  readonly identifier: string;
  /** The Python path of the submodule around it, "" in the module. */
  readonly scope: string;
  readonly doc?: string;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface Module {
  readonly name: string;
  readonly doc?: string;
  /** Of all that says nothing else. */
  readonly docstrings: DocstringOptions;
  readonly headers: readonly Header[];
  readonly link: readonly string[];
  readonly usesNumpy: boolean;
  /** What Boost.Python is compiled for, where it is not its own choice. */
  readonly limits: { readonly arity?: number; readonly bases?: number };
  /** The distinct kinds of callbacks. */
  readonly callbacks: readonly CallbackFacts[];
  readonly declaredValues: readonly DeclaredValue[];
  /** C++ statements that register the converters of the runtime headers, parts before wholes. */
  readonly runtimeConverters: readonly string[];
  /** Of the types that are no class: registered before anything else. */
  readonly converters: readonly ConverterRegistration[];
  /** Conversions that C++ knows, between types that are registered. */
  readonly conversions: readonly Conversion[];
  readonly opaqueTypes: readonly OpaqueType[];
  /** Outer before inner. */
  readonly submodules: readonly Submodule[];
  /** In the order in which they are tried: as written, but what is derived in Python before its base. */
  readonly exceptions: readonly ExceptionModel[];
  /** Bases before derived, enclosing before inner. */
  readonly classes: readonly Class[];
  readonly enumerations: readonly Enumeration[];
  readonly constants: readonly Constant[];
  readonly functions: readonly Callable[];
  readonly definitions: readonly BoostDefinition[];
  /** Of the module, its submodules and its classes, in this order. */
  readonly code: readonly VerbatimCode[];
  readonly span: Span;
}

/** What Boost.Python makes by itself in a module and its classes, in the order of the model. */
export function definitionsOf(module: Module): readonly BoostDefinition[] {
  return [...module.definitions, ...module.classes.flatMap((each) => each.definitions)];
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

/** Every callable of a module, in the order of the model. */
export function callablesOf(module: Pick<Module, "functions" | "classes">): readonly Callable[] {
  return [
    ...module.functions,
    ...module.classes.flatMap((each) => [
      ...each.constructors,
      ...each.methods,
      ...each.properties.flatMap((one) => (one.set ? [one.get, one.set] : [one.get])),
    ]),
  ];
}
