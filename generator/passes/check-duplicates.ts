/** Two things of one name that are not overloads of each other. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import { type BoostDefinition, enclosingPath } from "../model/boost-definition.js";
import type { Callable } from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { Module } from "../model/model.js";
import { isPossible, type Presences, requirementsOf } from "../model/presence.js";

interface Declaration {
  readonly name: string;
  readonly what: string;
  /** Whether there can be several, as overloads. */
  readonly isOverload?: boolean;
  /** What Boost.Python is given, where it makes the overload by itself. */
  readonly expression?: string;
  readonly logicalPath: string;
  readonly span: Span;
}

export function checkDuplicates(module: Module): readonly Diagnostic[] {
  // Of two classes of one name only that is told, not what the two have in common.
  const first = new Map(module.classes.toReversed().map((each) => [each.pythonPath, each]));
  const doubled = module.classes.filter((each) => first.get(each.pythonPath) !== each);
  const paths = new Set(doubled.map((each) => each.pythonPath));
  const classes = module.classes.filter((each) => !paths.has(each.pythonPath));
  const submodules = new Set(module.submodules.map((each) => each.pythonPath));
  const nested = nestedByScope(module);
  const scopes = [
    ...["", ...submodules].map((scope) => moduleScope(module, scope, nested)),
    ...classes.map((each) => classScope(each, nested)),
    ...classes.map((each) => each.constructors.map(overload)),
  ];
  return scopes.flatMap((each) => duplicates(each, module.presences));
}

function duplicates(
  declarations: readonly Declaration[],
  presences: Presences,
): readonly Diagnostic[] {
  const seen = new Map<string, Declaration[]>();
  return declarations.flatMap((each) => {
    const earlier = seen.get(each.name) ?? [];
    seen.set(each.name, [...earlier, each]);
    const clash = earlier.find(
      (other) => !areOverloads(other, each) && !areInTurn(other, each, presences),
    );
    if (clash === undefined) return [];
    const related = [{ message: "the first one", span: clash.span }];
    const given = { name: each.name, first: clash.what, second: each.what };
    return [diagnose("GB2004", given, { span: each.span, related })];
  });
}

/** Whether an attribute is there until a property or a method of its name is. */
function areInTurn(first: Declaration, second: Declaration, presences: Presences): boolean {
  const kinds = new Set([first.what, second.what]);
  const isChange =
    kinds.delete("an attribute") && (kinds.has("a property") || kinds.has("a method"));
  const both = [first, second].flatMap((each) => requirementsOf(presences, each.logicalPath));
  return isChange && !isPossible(both);
}

function areOverloads(first: Declaration, second: Declaration): boolean {
  if (first.what !== second.what) return false;
  if (first.isOverload !== true || second.isOverload !== true) return false;
  return first.expression === undefined || first.expression !== second.expression;
}

function overload(callable: Callable): Declaration {
  const words = { function: "a function", method: "a method", constructor: "a constructor" };
  const what = words[callable.kind as keyof typeof words] ?? `a ${callable.kind}`;
  return { name: callable.name, what, isOverload: true, ...placeOf(callable) };
}

function placeOf({ logicalPath, span }: Pick<Declaration, "logicalPath" | "span">) {
  return { logicalPath, span };
}

function definition(one: BoostDefinition, what: string): Declaration {
  const { name, form, expression } = one;
  const isOverload = form === "def" || form === "init";
  return { name, what: isOverload ? what : `a ${form}`, isOverload, expression, ...placeOf(one) };
}

function moduleScope(module: Module, scope: string, nested: Nested): readonly Declaration[] {
  const isHere = (each: { readonly scope: string }) => each.scope === scope;
  return [
    ...(nested.get(scope) ?? []),
    ...module.submodules.filter(isHere).map((each) => ({ ...each, what: "a submodule" })),
    ...module.exceptions
      .filter(isHere)
      .flatMap(({ arrival, ...one }) =>
        arrival.form === "class"
          ? [{ name: arrival.name, what: "an exception", ...placeOf(one) }]
          : [],
      ),
    ...module.constants.filter(isHere).map((each) => ({ ...each, what: "a constant" })),
    ...module.functions.filter(isHere).map(overload),
    ...module.definitions
      .filter(({ pythonPath }) => enclosingPath(pythonPath) === scope)
      .map((each) => definition(each, "a function")),
  ];
}

function classScope(each: Class, nested: Nested): readonly Declaration[] {
  return [
    ...(nested.get(each.pythonPath) ?? []),
    ...each.attributes.map((one) => ({ ...one, what: "an attribute" })),
    ...each.properties.map(({ name, get }) => ({ name, what: "a property", ...placeOf(get) })),
    ...each.methods.map(overload),
    // What a visitor is called is no name in Python.
    ...each.definitions
      .filter(({ form }) => form !== "visitor")
      .map((one) => definition(one, "a method")),
  ];
}

/** Classes and enumerations by the Python path of what they are declared in. */
type Nested = ReadonlyMap<string, readonly Declaration[]>;

function nestedByScope({ classes, enumerations }: Module): Nested {
  const found = new Map<string, Declaration[]>();
  const add = (scope: string, declaration: Declaration): void => {
    const known = found.get(scope);
    if (known === undefined) found.set(scope, [declaration]);
    else known.push(declaration);
  };
  for (const { scope, name, ...one } of classes) {
    add(scope, { name, what: "a class", ...placeOf(one) });
  }
  for (const { scope, name, ...one } of enumerations) {
    add(scope, { name, what: "an enumeration", ...placeOf(one) });
  }
  for (const { scope, values, span } of enumerations.filter((each) => each.export)) {
    for (const { name, logicalPath } of values) {
      add(scope, { name, what: "an exported enumerator", logicalPath, span });
    }
  }
  return found;
}
