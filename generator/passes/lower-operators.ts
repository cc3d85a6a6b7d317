/** Turns the operators of a class into methods of special names. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { Callable, Parameter } from "../model/callable.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { ClassScope } from "./class-scope.js";
import { type Context, within } from "./context.js";
import { callOf, lowerCallable, memberCallOf, memberOf } from "./lower-callable.js";
import { lowerPresence } from "./lower-presence.js";
import { lowerResult } from "./lower-result.js";
import { type Operand, type OperatorForm, parseOperator } from "./operator-text.js";
import type { Level } from "./resolve-settings.js";
import { resolveType } from "./resolve-type.js";

type OperatorSpec = Exclude<NonNullable<ClassSpec["operators"]>[number], string>;

/** An operator whose text was understood. */
export interface ReadOperator {
  readonly form: OperatorForm;
  /** The special method's name. */
  readonly name: string;
  readonly spec: OperatorSpec;
  readonly path: Path;
  /** The operator's text. */
  readonly span: Span;
}

export function readOperators(context: Context, inside: ClassScope): readonly ReadOperator[] {
  return (inside.spec.operators ?? []).flatMap((each, index) => {
    const path = [...inside.path, "operators", index];
    const spec = typeof each === "string" ? { operator: each } : each;
    const span = context.located.at(...path, ...(typeof each === "string" ? [] : ["operator"]));
    const parsed = parseOperator(spec.operator);
    if ("error" in parsed) {
      const { offset, length, ...given } = parsed.error;
      const place = within(span, offset, length);
      context.report(diagnose("GB2043", { text: spec.operator, ...given }, { span: place }));
      return [];
    }
    return [{ form: parsed.value, name: parsed.value.name, spec, path, span }];
  });
}

/** `number` tells it from the other overloads of its name. */
export function lowerOperator(
  context: Context,
  inside: ClassScope,
  read: ReadOperator,
  number: string,
): Callable {
  const { form, name, spec, path, span } = read;
  const { pythonPath, cpp } = inside;
  const logicalPath = `${inside.logicalPath}/operators/${name}${number}`;
  lowerPresence(context, spec, path, logicalPath);
  const own: Level = { settings: spec, path, from: "this operator" };
  const result = resultOf(context, inside, read);
  return lowerCallable(context, {
    kind: "method",
    name,
    what: "this operator",
    pythonPath: `${pythonPath}.${name}`,
    id: `${pythonPath}.${name}${number}`,
    logicalPath,
    scope: pythonPath,
    self: cpp,
    path,
    target: spec.cpp === undefined ? "operator" : "cpp",
    levels: [own, ...inside.levels],
    // Operators stay held unless they say otherwise themselves.
    gilLevels: [own],
    spec: { ...spec, policy: policyOf(read) },
    parameters: form.operands.map((each) => operandParameter(context, inside, each, span)),
    mutatesByDefault: form.facts.mutates,
    result,
    invoke: (passed, guarded) => expressionOf(context, inside, read, result, passed, guarded),
  });
}

/** The object itself, where the operator works in place and nothing else is said of its result. */
function policyOf({ form, spec }: ReadOperator): OperatorSpec["policy"] {
  const isUsual = spec.returns === undefined && spec.policy?.return === undefined;
  return form.facts.result === "self" && isUsual
    ? { ...spec.policy, return: "return_self" }
    : spec.policy;
}

function resultOf(
  context: Context,
  { pythonPath }: ClassScope,
  read: ReadOperator,
): ResolvedType | "deduced" {
  const { form, spec, path, name } = read;
  const { result } = form.facts;
  if (spec.returns === undefined && result === "deduced") return "deduced";
  const usual = result === "class" ? pythonPath : result === "self" ? "void" : result;
  const scope = spec.returns === undefined ? "" : pythonPath;
  const text = spec.returns ?? usual;
  return lowerResult(context, { text, path, scope, name, policy: policyOf(read) });
}

function operandParameter(
  context: Context,
  { pythonPath }: ClassScope,
  { name, text, offset }: Operand,
  span: Span,
): Parameter {
  const place = within(span, offset, text.length);
  const isSelf = text === "self";
  const typeText = isSelf ? pythonPath : (typeOfLiteral(text) ?? text);
  // What is found in the text counts from a quote, which here is the character in front of it.
  const quoted = place === span ? span : { ...place, start: place.start - 1, end: place.end + 1 };
  const type = resolveType(context, typeText, quoted, isSelf ? "" : pythonPath);
  if (type.kind === "void" && type.indirection === "value") {
    context.report(diagnose("GB4005", { what: `the operand "${text}"` }, { span: place }));
  }
  return { name, isPositional: false, type, typeText, typeSpan: place, span: place };
}

const LITERALS: readonly (readonly [RegExp, string])[] = [
  [/^(?:true|false)$/, "bool"],
  [/^[-+]?(?:\d+|0[xX][\da-fA-F]+|0[bB][01]+)$/, "int"],
  [/^[-+]?\d+[lL]$/, "long"],
  [/^[-+]?(?:\d+\.\d*|\.\d+|\d+(?=[eE]))(?:[eE][-+]?\d+)?$/, "double"],
  [/^"(?:[^"\\]|\\.)*"$/, "std::string"],
  [/^'(?:[^'\\]|\\.)'$/, "char"],
];

/** `1 < self` compares with any int: a literal stands for its type, as in Boost.Python. */
function typeOfLiteral(text: string): string | undefined {
  return LITERALS.find(([form]) => form.test(text))?.[1];
}

/** The C++ of an operator: a function of the user's, or the operator itself. */
function expressionOf(
  context: Context,
  { cpp }: ClassScope,
  { form, spec, span }: ReadOperator,
  result: ResolvedType | "deduced",
  passed: readonly string[],
  guarded: boolean,
): string {
  const { facts, operands, written } = form;
  const names = new Map(operands.map((each, index) => [each.name, passed[index] ?? ""]));
  const inOrder = written.map((each) => names.get(each) ?? each);
  if (spec.cpp !== undefined) {
    // A function takes the operands as they are written.
    return written[0] === "self" || memberOf(spec.cpp, cpp) !== undefined
      ? memberCallOf(spec.cpp, cpp, passed, guarded)
      : callOf(spec.cpp, inOrder, guarded);
  }
  if (facts.cpp !== undefined && !guarded) {
    return facts.cpp(inOrder, result === "deduced" ? "auto" : result.cpp);
  }
  const why = guarded ? "a gil_guard is passed to a function" : "C++ has no such operator";
  context.report(diagnose("GB2044", { text: spec.operator, why }, { span }));
  return "";
}
