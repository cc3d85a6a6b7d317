/** What values of the types of the language are, before their declarators. */
import type { Annotation, CallbackFacts, ResolvedType, TypeKind } from "../model/type.js";
import { ANYTHING, builtin, nullable } from "./annotations.js";
import { errorClass } from "./lower-error-policy.js";
import type { DeclaredClass } from "./type-table.js";

/** A type before its declarators. */
export type ValueType = Omit<ResolvedType, "value" | "indirection">;

export function classType({ cpp, pythonPath }: DeclaredClass, annotation: Annotation): ValueType {
  return {
    kind: "class",
    cpp,
    python: pythonPath,
    annotation,
    ownsPython: false,
    className: pythonPath,
  };
}

export function plainType(kind: TypeKind, cpp: string, python: string): ValueType {
  return { kind, cpp, python, annotation: builtin(python), ownsPython: false };
}

/** A type that owns a Python object. */
export function pythonType(cpp: string, python: string): ValueType {
  return { kind: "python", cpp, python, annotation: builtin(python), ownsPython: true };
}

/** A pointer to a Python object is that object; of one to void, nothing is known. */
export function pointerTo({ kind, annotation }: ValueType): Annotation {
  if (kind === "python") return annotation;
  return kind === "void" ? ANYTHING : nullable(annotation);
}

export function callbackFacts(
  given: Omit<CallbackFacts, "errorClass">,
  identifier: string,
): CallbackFacts {
  return { ...given, errorClass: errorClass(given.onError, identifier) };
}

export function callbackType(callback: CallbackFacts, annotation: Annotation): ValueType {
  const { signature, errorClass } = callback;
  const isPlain = errorClass === "::gen_bindings::on_error::propagate<>";
  const cpp = `::gen_bindings::callback<${isPlain ? signature : `${signature}, ${errorClass}`}>`;
  return { kind: "callback", cpp, python: "Callable", annotation, ownsPython: false, callback };
}
