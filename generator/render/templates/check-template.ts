/** Checks the statements of one template in one context: what it prints exists, and can be printed. */
import { diagnose } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import {
  BLOCK_HELPERS,
  type Checking,
  callHelper,
  checkArguments,
  isValueHelper,
  pathText,
  reportUnknownHelper,
  typeOf,
  typeOfPresent,
} from "./check-expression.js";
import { type ContextType, EMPTY, NUMBER, objectType, typeText, UNKNOWN } from "./context-types.js";
import { spanOf } from "./parse.js";
import { frame, inside, knowing, type Scope } from "./scope.js";

/** A check of all templates together. */
export interface TemplateChecking extends Checking {
  readonly partials: ReadonlyMap<string, unknown>;
  /** Told of each use of a partial that exists. */
  readonly use: (name: string, context: ContextType) => void;
}

export function checkProgram(
  program: hbs.AST.Program | undefined,
  scope: Scope,
  checking: TemplateChecking,
): void {
  for (const statement of program?.body ?? []) checkStatement(statement, scope, checking);
}

function checkStatement(
  statement: hbs.AST.Statement,
  scope: Scope,
  checking: TemplateChecking,
): void {
  switch (statement.type) {
    case "MustacheStatement":
      checkPrinted(statement as hbs.AST.MustacheStatement, scope, checking);
      break;
    case "BlockStatement":
      checkBlock(statement as hbs.AST.BlockStatement, scope, checking);
      break;
    case "PartialStatement":
      checkPartial(statement as hbs.AST.PartialStatement, scope, checking);
      break;
    case "PartialBlockStatement":
      refuse(statement, "a partial with a block, {{#> …}},", USE_PARTIALS, scope, checking);
      break;
    case "Decorator":
    case "DecoratorBlock":
      refuse(statement, "a decorator, {{* …}},", USE_PARTIALS, scope, checking);
      break;
  }
}

const USE_PARTIALS = "write a partial of its own, partials/NAME.hbs, and use it by {{> NAME this}}";

function refuse(
  { loc }: hbs.AST.Node,
  what: string,
  instead: string,
  { source }: Scope,
  { report }: Checking,
): void {
  report(diagnose("GB0410", { what, instead }, { span: spanOf(source, loc) }));
}

function checkPrinted(
  statement: hbs.AST.MustacheStatement,
  scope: Scope,
  checking: TemplateChecking,
): void {
  const { path, params, hash, loc } = statement;
  if (path.type !== "PathExpression") {
    const instead = "write what it is as plain text";
    refuse(statement, "a literal by itself", instead, scope, checking);
    return;
  }
  const named = path as hbs.AST.PathExpression;
  if (params.length > 0 || hash !== undefined || isHelperName(named, checking)) {
    callHelper({ path: named, params, hash, loc }, scope, checking);
    return;
  }
  const type = typeOfPresent(named, scope, checking);
  if (!["list", "object", "null"].includes(type.kind)) return;
  const given = { path: named.original, is: typeText(type), wanted: "a text" };
  checking.report(diagnose("GB0406", given, { span: spanOf(scope.source, loc) }));
}

/** `this.name` and `../name` are never helpers. */
function isHelperName({ original, depth, data }: hbs.AST.PathExpression, checking: Checking) {
  return !data && depth === 0 && isValueHelper(original, checking);
}

function checkBlock(block: hbs.AST.BlockStatement, scope: Scope, checking: TemplateChecking): void {
  const { path, params, program, inverse, loc } = block;
  const name = path.original;
  const span = spanOf(scope.source, loc);
  if (checking.helpers.has(name)) {
    checkArguments(block, scope, checking);
    // What context it gives its block is its own affair.
    const any = { ...scope, frames: [UNKNOWN, ...scope.frames].map(() => frame(UNKNOWN)) };
    checkProgram(program, any, checking);
    checkProgram(inverse, any, checking);
    return;
  }
  const [subject] = params;
  if (!BLOCK_HELPERS.includes(name)) {
    reportUnknownBlock(block, scope, checking);
  } else if (subject === undefined || params.length > 1) {
    const instead = `write {{#${name} field}}`;
    const what = `{{#${name}}} with ${params.length === 0 ? "nothing" : "more than one thing"} to ask for`;
    checking.report(diagnose("GB0410", { what, instead }, { span }));
  } else {
    const blockScope = scopeOfBlock(name, subject, block, scope, checking);
    checkProgram(program, blockScope, checking);
    if (inverse !== undefined && name === "present") {
      const instead = "write {{#if}} … {{else}} … {{/if}} inside it, or around it";
      refuse(inverse, "{{#present}} with an {{else}}", instead, scope, checking);
    }
    checkProgram(inverse, name === "unless" ? knowing(scope, subject) : scope, checking);
    return;
  }
  const unknown = inside(scope, UNKNOWN, []);
  checkProgram(program, unknown, checking);
  checkProgram(inverse, unknown, checking);
}

function reportUnknownBlock(
  { path, loc }: hbs.AST.BlockStatement,
  scope: Scope,
  checking: TemplateChecking,
): void {
  const name = path.original;
  const span = spanOf(scope.source, { ...loc, end: path.loc.end });
  const silent = { ...checking, report: () => {} };
  const type = path.type === "PathExpression" ? typeOf(path, scope, silent) : UNKNOWN;
  if (type.kind === "unknown") {
    reportUnknownHelper(name, span, checking);
    return;
  }
  const helper = type.kind === "list" ? "each" : type.kind === "object" ? "with" : "if";
  const instead = `write {{#${helper} ${name}}} … {{/${helper}}}`;
  checking.report(diagnose("GB0410", { what: `{{#${name}}} without a helper`, instead }, { span }));
}

function scopeOfBlock(
  name: string,
  subject: hbs.AST.Expression,
  { program }: hbs.AST.BlockStatement,
  scope: Scope,
  checking: TemplateChecking,
): Scope {
  const found = typeOf(subject, scope, checking);
  const type = found.kind === "nullable" ? found.of : found;
  const names = program.blockParams ?? [];
  const named = (types: readonly ContextType[]) =>
    names.map((each, index) => [each, types[index] ?? UNKNOWN] as const);
  switch (name) {
    case "if":
      return knowing(scope, subject);
    case "with":
      return inside(scope, type, named([type]));
    case "each": {
      if (type.kind !== "list" && type.kind !== "unknown") {
        const given = { path: pathText(subject), is: typeText(found), wanted: "a list" };
        const span = spanOf(scope.source, subject.loc);
        checking.report(diagnose("GB0406", given, { span }));
      }
      const element = type.kind === "list" ? type.of : UNKNOWN;
      return inside(scope, element, named([element, NUMBER]));
    }
    case "present":
      if (type.kind !== "text" && type.kind !== "unknown") {
        const given = { path: pathText(subject), is: typeText(found), wanted: "a text" };
        const span = spanOf(scope.source, subject.loc);
        checking.report(diagnose("GB0406", given, { span }));
      }
      return scope;
    default:
      return scope;
  }
}

function checkPartial(
  statement: hbs.AST.PartialStatement,
  scope: Scope,
  checking: TemplateChecking,
): void {
  const { name: expression, params, hash, loc } = statement;
  const [subject] = params;
  if (expression.type === "SubExpression" || params.length > 1) {
    const what =
      params.length > 1 ? "a partial with two contexts" : "a partial whose name is computed";
    const instead = "write {{> NAME this}}, and further values as name=value";
    refuse(statement, what, instead, scope, checking);
    return;
  }
  const context = subject === undefined ? EMPTY : typeOfPresent(subject, scope, checking);
  const given = new Map(
    (hash?.pairs ?? []).map(({ key, value }) => [key, typeOf(value, scope, checking)]),
  );
  const name = expression.original;
  if (!checking.partials.has(name)) {
    const near = didYouMean(name, [...checking.partials.keys()]);
    const span = spanOf(scope.source, loc);
    checking.report(diagnose("GB0407", { name, near }, { span }));
    return;
  }
  checking.use(name, given.size === 0 ? context : withGiven(context, given));
}

function withGiven(context: ContextType, given: ReadonlyMap<string, ContextType>): ContextType {
  if (context.kind === "unknown") return context;
  if (context.kind !== "object") return objectType("", given);
  return objectType(context.name, new Map([...context.given, ...given]));
}
