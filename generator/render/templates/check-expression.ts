/** Which type an expression of a template has: every field on the way must exist. */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import { didYouMean, nearest } from "../../diagnostics/nearest.js";
import type { ContextDescription } from "./context-description.js";
import {
  BOOLEAN,
  type ContextType,
  fieldNames,
  fieldType,
  NULL,
  NUMBER,
  TEXT,
  typeText,
  UNKNOWN,
} from "./context-types.js";
import { OWN_BLOCK_HELPERS } from "./own-helpers.js";
import { spanOf } from "./parse.js";
import { baseOf, type Scope } from "./scope.js";

/** What the check of a template knows of all of them, and where it tells what it found. */
export interface Checking {
  readonly description: ContextDescription;
  /** Those of plugins. */
  readonly helpers: ReadonlySet<string>;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Handlebars' own helpers that give a value; the others are blocks, and so are this program's. */
const VALUE_HELPERS = ["lookup", "log"];
export const BLOCK_HELPERS = ["if", "unless", "each", "with", ...OWN_BLOCK_HELPERS.keys()];

const LITERALS: Readonly<Record<string, ContextType>> = {
  StringLiteral: TEXT,
  NumberLiteral: NUMBER,
  BooleanLiteral: BOOLEAN,
  NullLiteral: NULL,
  UndefinedLiteral: NULL,
};

/** The type of an expression, which may be nullable. What is wrong in it is reported, and unknown. */
export function typeOf(
  expression: hbs.AST.Expression,
  scope: Scope,
  checking: Checking,
): ContextType {
  if (expression.type === "PathExpression") {
    return typeOfPath(expression as hbs.AST.PathExpression, scope, checking);
  }
  if (expression.type === "SubExpression") {
    return callHelper(expression as hbs.AST.SubExpression, scope, checking);
  }
  return LITERALS[expression.type] ?? UNKNOWN;
}

/** The type of what must be there: where it may be null, that is reported. */
export function typeOfPresent(
  expression: hbs.AST.Expression,
  scope: Scope,
  checking: Checking,
): ContextType {
  const type = typeOf(expression, scope, checking);
  if (type.kind !== "nullable") return type;
  reportNullable(expression, pathText(expression), scope, checking);
  return type.of;
}

type Call = Pick<hbs.AST.SubExpression, "path" | "params" | "hash" | "loc">;

/** Whether a name stands for a helper that gives a value. */
export function isValueHelper(name: string, { helpers }: Checking): boolean {
  return helpers.has(name) || VALUE_HELPERS.includes(name);
}

/** What a helper gives is known when it is printed. */
export function callHelper(
  { path, params, hash, loc }: Call,
  scope: Scope,
  checking: Checking,
): ContextType {
  checkArguments({ params, hash }, scope, checking);
  const name = path.original;
  const span = spanOf(scope.source, loc);
  if (BLOCK_HELPERS.includes(name) && !checking.helpers.has(name)) {
    const given = { what: `"${name}" as a value`, instead: `write {{#${name} …}} … {{/${name}}}` };
    checking.report(diagnose("GB0410", given, { span }));
  } else if (!isValueHelper(name, checking)) {
    reportUnknownHelper(name, span, checking);
  }
  return UNKNOWN;
}

export function reportUnknownHelper(
  name: string,
  span: ReturnType<typeof spanOf>,
  { helpers, report }: Checking,
): void {
  const near = didYouMean(name, [...helpers, ...VALUE_HELPERS, ...BLOCK_HELPERS]);
  report(diagnose("GB0409", { name, near }, { span }));
}

export function checkArguments(
  { params, hash }: Partial<Pick<Call, "params" | "hash">>,
  scope: Scope,
  checking: Checking,
): void {
  for (const each of params ?? []) typeOf(each, scope, checking);
  for (const { value } of hash?.pairs ?? []) typeOf(value, scope, checking);
}

function typeOfPath(path: hbs.AST.PathExpression, scope: Scope, checking: Checking): ContextType {
  const base = baseOf(path, scope);
  if (base === undefined) {
    reportNoBase(path, scope, checking);
    return UNKNOWN;
  }
  let type = base.frame.type;
  for (const [index, name] of base.parts.entries()) {
    if (type.kind === "nullable") {
      reportNullable(path, base.parts.slice(0, index).join("."), scope, checking);
      type = type.of;
    }
    const found = memberOf(type, name, checking);
    if (found === undefined) {
      reportMissing(path, name, type, scope, checking);
      return UNKNOWN;
    }
    const isPresent = base.frame.present.has(base.parts.slice(0, index + 1).join("."));
    type = isPresent && found.kind === "nullable" ? found.of : found;
  }
  return type;
}

function memberOf(
  type: ContextType,
  name: string,
  { description }: Checking,
): ContextType | undefined {
  if (type.kind === "unknown") return UNKNOWN;
  if (type.kind === "object") return fieldType(description, type, name);
  if (type.kind !== "list") return undefined;
  if (name === "length") return NUMBER;
  return /^\d+$/.test(name) ? type.of : undefined;
}

/** `..` too often, or a name with `@` that is none. */
function reportNoBase(path: hbs.AST.PathExpression, scope: Scope, checking: Checking): void {
  const span = spanOf(scope.source, path.loc);
  const known = [...scope.data.keys()].map((each) => `@${each}`);
  if (path.data) {
    const field = `@${path.parts[0] ?? ""}`;
    const near = didYouMean(field, known);
    const given = { field, type: "any template", near, known: known.join(", ") };
    checking.report(diagnose("GB0404", given, { span }));
    return;
  }
  const what = `"${path.original}", which leads out of this file,`;
  const instead = "give a partial what it needs where it is used: {{> name this outer=..}}";
  checking.report(diagnose("GB0410", { what, instead }, { span }));
}

function reportMissing(
  path: hbs.AST.PathExpression,
  name: string,
  type: ContextType,
  scope: Scope,
  { description, report }: Checking,
): void {
  const span = spanOf(scope.source, path.loc);
  if (type.kind !== "object") {
    const given = {
      path: before(path, name),
      is: typeText(type),
      wanted: `an object with "${name}"`,
    };
    report(diagnose("GB0406", given, { span }));
    return;
  }
  const known = fieldNames(description, type);
  const outer = scope.frames.findIndex(
    ({ type: each }) => each.kind === "object" && fieldNames(description, each).includes(name),
  );
  const isFirst = path.depth === 0 && !path.data && path.parts[0] === name;
  const near =
    nearest(name, known) === undefined && isFirst && outer > 0
      ? `did you mean "${"../".repeat(outer)}${name}"? `
      : didYouMean(name, known);
  const given = { field: name, type: typeText(type), near, known: known.join(", ") || "none" };
  report(diagnose("GB0404", given, { span }));
}

/** The path up to a name in it. */
function before({ original }: hbs.AST.PathExpression, name: string): string {
  return original.slice(0, original.lastIndexOf(name)).replace(/[./]$/, "") || "this";
}

function reportNullable(
  { loc }: hbs.AST.Expression,
  path: string,
  { source }: Scope,
  { report }: Checking,
): void {
  report(diagnose("GB0405", { path }, { span: spanOf(source, loc) }));
}

export function pathText(expression: hbs.AST.Expression): string {
  return expression.type === "PathExpression"
    ? (expression as hbs.AST.PathExpression).original
    : "the value";
}
