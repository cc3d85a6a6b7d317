/** A class as it will be bound: how it is held, and its members. */
import type { Span } from "../diagnostics/source-text.js";
import type { BoostDefinition } from "./boost-definition.js";
import type { Callable, Dispatch, LockForm, Setting } from "./callable.js";
import type { ResolvedType } from "./type.js";

export interface Attribute {
  readonly name: string;
  readonly member: string;
  readonly access: "readonly" | "readwrite";
  readonly isStatic: boolean;
  readonly dispatch: Setting<Dispatch>;
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

export interface SmartPointer {
  /** "std::shared_ptr", where it is a template of the class. */
  readonly template?: string;
  readonly cpp: string;
}

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
  /** Further smart pointers to it that Python can be given. */
  readonly pointers: readonly SmartPointer[];
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
