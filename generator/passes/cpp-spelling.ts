/** How emitted C++ spells a type: every name from the root, so that no other scope hides it. */
import { fromRoot } from "./names.js";
import type { SignatureExpression, TypeArgument, TypeExpression } from "./type-expression.js";
import { FUNDAMENTAL_TYPES, PYTHON_TYPES } from "./words.js";

/** The C++ name of a class or enumeration of the spec, or of one of its types. */
export type CppNameOf = (name: string) => string | undefined;

/** What C++ has a keyword for, or the generator knows without a namespace. */
const UNQUALIFIED: ReadonlySet<string> = new Set([
  ...[...FUNDAMENTAL_TYPES.keys()].filter((name) => !name.includes("::")),
  ...["void", "wchar_t", "true", "false"],
]);

export function rootedSpelling(type: TypeExpression, cppNameOf: CppNameOf): string {
  const constant = type.isConst ? "const " : "";
  const suffix = type.declarators.map((each) => (each === "const" ? " const" : each)).join("");
  return `${constant}${rootedName(type, cppNameOf)}${suffix}`;
}

/** The type without const, `*` and `&`. */
export function rootedName(type: TypeExpression, cppNameOf: CppNameOf): string {
  const { name, arguments: all } = type;
  const known = cppNameOf(name) ?? PYTHON_TYPES.get(name);
  const rooted = known ?? (UNQUALIFIED.has(name) ? name : fromRoot(name));
  if (!type.isTemplate) return rooted;
  return `${rooted}<${all.map((each) => rootedArgument(each, cppNameOf)).join(", ")}>`;
}

function rootedArgument(argument: TypeArgument, cppNameOf: CppNameOf): string {
  switch (argument.form) {
    case "number":
      return argument.text;
    case "type":
      return rootedSpelling(argument.type, cppNameOf);
    case "signature":
      return rootedSignature(argument.signature, cppNameOf);
  }
}

function rootedSignature(
  { result, parameters }: SignatureExpression,
  cppNameOf: CppNameOf,
): string {
  const types = parameters.map((each) => rootedSpelling(each.type, cppNameOf));
  return `${rootedSpelling(result, cppNameOf)}(${types.join(", ")})`;
}
