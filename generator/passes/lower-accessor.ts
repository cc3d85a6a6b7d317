/** What the getters and setters of attributes and of properties have in common. */

import type { Span } from "../diagnostics/source-text.js";
import type { Callable, Example, Parameter } from "../model/callable.js";
import type { PropertyModel } from "../model/class.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { type CallableSource, lowerCallable } from "./lower-callable.js";
import { resolveType, UNRESOLVED } from "./resolve-type.js";

export type Role = "get" | "set";

/** An attribute or property that is read, and perhaps assigned to, by call bodies. */
export interface Accessible {
  readonly name: string;
  readonly isStatic: boolean;
  readonly doc?: string | undefined;
  /** The type of what is assigned, where the spec says it; what the getter returns otherwise. */
  readonly assigned: ResolvedType | undefined;
  readonly typeText: string | undefined;
  readonly typeSpan: Span;
}

/** What differs between a getter and its setter. */
export type AccessorSource = Pick<
  CallableSource,
  | "path"
  | "logicalPath"
  | "examplesPath"
  | "target"
  | "levels"
  | "gilLevels"
  | "spec"
  | "isFieldAccess"
  | "invoke"
>;

/** `returned` is the type of what is read; without a `set` nothing is assigned. */
export function lowerAccessors(
  context: Context,
  inside: ClassScope,
  accessible: Accessible,
  returned: ResolvedType | "deduced",
  { get, set }: { readonly get: AccessorSource; readonly set: AccessorSource | undefined },
): PropertyModel {
  const { name, isStatic, doc, assigned, typeText, typeSpan } = accessible;
  const lower = (role: Role, source: AccessorSource, parameters: readonly Parameter[]) => {
    const kind = role === "get" ? "getter" : "setter";
    return lowerCallable(context, {
      kind: isStatic ? `static ${kind}` : kind,
      name,
      what: `this ${kind}`,
      pythonPath: `${inside.pythonPath}.${name}`,
      id: `${inside.pythonPath}.${name}.${role}`,
      scope: inside.pythonPath,
      parameters,
      result: role === "get" ? returned : voidType(context, source.path),
      ...source,
      ...(!isStatic && { self: inside.cpp }),
    });
  };
  const getter = lower("get", get, []);
  const property = { name, isStatic, get: getter, ...(doc !== undefined && { doc }) };
  if (set === undefined) return property;
  const type = assigned ?? deducedFrom(getter);
  const value = { name: "value", isPositional: false, type, typeText: typeText ?? "" };
  const setter = lower("set", set, [{ ...value, typeSpan, span: typeSpan }]);
  return { ...property, set: { ...setter, examples: assigning(getter.examples, name) } };
}

function voidType(context: Context, path: Path): ResolvedType {
  return resolveType(context, "void", context.located.at(...path), "");
}

/** Without a type of its own, a setter takes what the getter returns. */
function deducedFrom({ body, self }: Callable): ResolvedType {
  const returned = `decltype(${body}(${self === undefined ? "" : "self"}))`;
  const value = `::std::decay_t<${returned}>`;
  return { ...UNRESOLVED, cpp: `const ${value}&`, value, indirection: "const reference" };
}

/** Examples whose setup assigns to the attribute prove its setter. */
function assigning(examples: readonly Example[], name: string): readonly Example[] {
  return examples.filter((each) => assigns(each.setup ?? "", name));
}

/** Whether a line of Python assigns to an attribute of this name. */
function assigns(python: string, name: string): boolean {
  return [...python.matchAll(/\.(\w+)\s*=(?!=)/g)].some((each) => each[1] === name);
}
