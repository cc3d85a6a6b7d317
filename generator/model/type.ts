/** C++ types as the spec names them, resolved. */
import type { Span } from "../diagnostics/source-text.js";

export type TypeKind =
  | "void"
  | "fundamental"
  | "text"
  | "enumeration"
  | "class"
  | "shared-pointer"
  /** A smart pointer that is moved, such as std::unique_ptr. */
  | "owning-pointer"
  /** A pointer that Python only hands on. */
  | "opaque"
  | "callback"
  | "python"
  /** std::pair, std::tuple and std::optional. */
  | "standard"
  | "bytes"
  | "external";

export type StandardTemplate = "std::optional" | "std::pair" | "std::tuple";

/** A C++ type as people write it, without the `::` in front of each name. */
export function spelling(type: { readonly cpp: string }): string {
  return type.cpp.replace(/(?<!\w)::(gen_bindings::(?=bytes\b))?/g, "");
}

/** A type, and all that it is made of. */
export function partsOf(type: ResolvedType): readonly ResolvedType[] {
  return [type, ...(type.standard?.parts.flatMap(partsOf) ?? [])];
}

export type ErrorPolicyName = "propagate" | "deferred" | "unraisable" | "terminate";

/** What becomes of a Python error in a callback or an override. */
export interface ErrorPolicy {
  readonly name: ErrorPolicyName;
  /** A C++ expression: what C++ gets where Python gives nothing; Result{} if absent. */
  readonly value?: string;
}

/**
 * How a stub annotates a type. Names are whole, so that none is mistaken for one of the module:
 * `builtins.int`, `collections.abc.Callable[[builtins.float], builtins.object]`; what the module
 * itself holds has a dot in front, `.RE2.Options`.
 */
export interface Annotation {
  /** What Python may give. */
  readonly argument: string;
  /** What Python gets. */
  readonly result: string;
}

/** What is particular to a callback. */
export interface CallbackFacts {
  /** The C++ signature, `void(double)`. */
  readonly signature: string;
  /** The C++ class of its error policy, `::gen_bindings::on_error::propagate<>`. */
  readonly errorClass: string;
  readonly onError: ErrorPolicy;
  /** Who calls it: the thread that made the call, or one of the library's own. */
  readonly thread: "caller" | "native";
  /** Whether C++ is declared to keep each one for good. */
  readonly isKept: boolean;
}

/** An entry of `types`. */
export interface NamedType {
  readonly name: string;
  readonly type: ResolvedType;
  readonly logicalPath: string;
  readonly span: Span;
}

export interface ResolvedType {
  readonly kind: TypeKind;
  /** As emitted, every name qualified from the root. */
  readonly cpp: string;
  /** The type without reference and outer const: what a value of it is. */
  readonly value: string;
  /** As a Python reader knows it. */
  readonly python: string;
  readonly annotation: Annotation;
  readonly indirection: "value" | "reference" | "const reference" | "pointer";
  /** Whether copying or destroying a value touches a Python reference count. */
  readonly ownsPython: boolean;
  /** The class meant, by its name in the spec ("RE2.Options"), for `class` and smart pointers. */
  readonly className?: string;
  /** For smart pointers: "std::shared_ptr". */
  readonly pointer?: string;
  /** For `standard`: what it is made of. */
  readonly standard?: {
    readonly template: StandardTemplate;
    readonly parts: readonly ResolvedType[];
  };
  /** For `callback`. */
  readonly callback?: CallbackFacts;
}
