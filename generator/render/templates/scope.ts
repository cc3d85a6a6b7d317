/** Where a template's expression stands: the contexts around it, and what was asked of them. */
import type { SourceText } from "../../diagnostics/source-text.js";
import { BOOLEAN, type ContextType, NUMBER, objectType, TEXT } from "./context-types.js";

/** A context, and the paths in it that are known not to be null here. */
export interface Frame {
  readonly type: ContextType;
  readonly present: ReadonlySet<string>;
}

export interface Scope {
  readonly source: SourceText;
  /** The innermost first: `..` leads to the second. */
  readonly frames: readonly Frame[];
  /** Of `as |item index|`. */
  readonly variables: ReadonlyMap<string, Frame>;
  /** What starts with `@`. */
  readonly data: ReadonlyMap<string, Frame>;
}

export function frame(type: ContextType): Frame {
  return { type, present: new Set() };
}

/**
 * The scope at the top of a file or partial.
 *
 * @param root the context of the file that is printed
 * @param hooks the hooks there are, of which `@hooks` tells whether they hold anything
 */
export function outermost(
  source: SourceText,
  type: ContextType,
  root: ContextType,
  hooks: readonly string[],
): Scope {
  const flags = objectType("", new Map(hooks.map((name) => [name, BOOLEAN])));
  const data: readonly (readonly [string, ContextType])[] = [
    ["root", root],
    ["index", NUMBER],
    ["key", TEXT],
    ["first", BOOLEAN],
    ["last", BOOLEAN],
    ["hooks", flags],
  ];
  return {
    source,
    frames: [frame(type)],
    variables: new Map(),
    data: new Map(data.map(([name, each]) => [name, frame(each)])),
  };
}

/** Inside a block that has another context, which may have names. */
export function inside(
  scope: Scope,
  type: ContextType,
  names: readonly (readonly [string, ContextType])[],
): Scope {
  return {
    ...scope,
    frames: [frame(type), ...scope.frames],
    variables: new Map([
      ...scope.variables,
      ...names.map(([name, each]) => [name, frame(each)] as const),
    ]),
  };
}

/** Inside a block that is printed only where the path is not null. */
export function knowing(scope: Scope, path: hbs.AST.Expression): Scope {
  const base = baseOf(path, scope);
  if (base === undefined) return scope;
  const known = { ...base.frame, present: new Set([...base.frame.present, base.parts.join(".")]) };
  const replace = (each: Frame) => (each === base.frame ? known : each);
  const replaceAll = (all: ReadonlyMap<string, Frame>) =>
    new Map([...all].map(([name, each]) => [name, replace(each)] as const));
  return {
    ...scope,
    frames: scope.frames.map(replace),
    variables: replaceAll(scope.variables),
    data: replaceAll(scope.data),
  };
}

/** What a path starts from, and the names that lead on from there. */
export interface Base {
  readonly frame: Frame;
  readonly parts: readonly string[];
}

export function baseOf(expression: hbs.AST.Expression, scope: Scope): Base | undefined {
  if (expression.type !== "PathExpression") return undefined;
  const path = expression as hbs.AST.PathExpression;
  const [first = "", ...rest] = path.parts;
  if (path.data) return based(scope.data.get(first), rest);
  const isPlain = path.depth === 0 && !/^(this|\.)/.test(path.original);
  const variable = isPlain ? scope.variables.get(first) : undefined;
  return variable !== undefined
    ? based(variable, rest)
    : based(scope.frames[path.depth], path.parts);
}

function based(found: Frame | undefined, parts: readonly string[]): Base | undefined {
  return found === undefined ? undefined : { frame: found, parts };
}
