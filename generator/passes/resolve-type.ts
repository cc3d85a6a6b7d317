/** Finds what a type's text means: a fundamental type, a declaration of this spec, a callback. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import { type CallbackFacts, type ResolvedType, spelling, type TypeKind } from "../model/type.js";
import { type Context, within } from "./context.js";
import { errorClass } from "./lower-error-policy.js";
import { fromRoot } from "./names.js";
import {
  type Parsed,
  parseSignature,
  parseType,
  type SignatureExpression,
  type TypeArgument,
  type TypeExpression,
} from "./type-expression.js";
import { type DeclaredCallback, type DeclaredClass, join } from "./type-table.js";
import { FUNDAMENTAL_TYPES, PYTHON_TYPES, STANDARD_TEMPLATES, TEXT_TYPES } from "./words.js";

/** Stands for a type that could not be resolved, so that one mistake stays one diagnostic. */
export const UNRESOLVED: ResolvedType = {
  kind: "external",
  cpp: "void*",
  value: "void*",
  python: "object",
  indirection: "value",
  ownsPython: false,
};

/** A type before its declarators: what a value of it is. */
interface ValueType {
  readonly kind: TypeKind;
  readonly cpp: string;
  readonly python: string;
  readonly ownsPython: boolean;
  readonly className?: string;
  readonly callback?: CallbackFacts;
}

/** Resolves a type as written at `span`, seen from the class `scope` ("" for the module). */
export function resolveType(
  context: Context,
  text: string,
  span: Span,
  scope: string,
): ResolvedType {
  const expression = parsedOrReported(context, parseType(text), text, span);
  if (expression === undefined) return UNRESOLVED;
  return resolver(context, span, scope).withDeclarators(expression);
}

/** Checks that a text is written as a type, whatever it names. */
export function checkTypeText(context: Context, text: string, span: Span): void {
  parsedOrReported(context, parseType(text), text, span);
}

/** The C++ signature of a callback, `void(double)`, checked and resolved. */
export function resolveSignature(context: Context, text: string, span: Span): string | undefined {
  const expression = parsedOrReported(context, parseSignature(text), text, span);
  if (expression === undefined) return undefined;
  return resolver(context, span, "").signature(expression);
}

function parsedOrReported<Value>(
  context: Context,
  parsed: Parsed<Value>,
  text: string,
  span: Span,
): Value | undefined {
  if ("value" in parsed) return parsed.value;
  const { message, offset, length } = parsed.error;
  const place = within(span, offset, length);
  context.report(diagnose("GB2007", { text, why: message }, { span: place }));
  return undefined;
}

function resolver(context: Context, span: Span, scope: string) {
  const { types } = context;
  const report = (diagnostic: Diagnostic) => context.report(diagnostic);
  const placeOf = (expression: TypeExpression) =>
    within(span, expression.offset, expression.name.length);

  function withDeclarators(expression: TypeExpression): ResolvedType {
    const base = valueType(expression);
    if (base === undefined) return UNRESOLVED;
    const declarators = expression.declarators;
    const constant = expression.isConst ? "const " : "";
    const suffix = declarators.map((each) => (each === "const" ? " const" : each)).join("");
    const pointer = declarators.includes("*");
    const reference = declarators.includes("&") || declarators.includes("&&");
    return {
      ...base,
      cpp: `${constant}${base.cpp}${suffix}`,
      value: pointer ? `${constant}${base.cpp}${suffix.replaceAll("&", "")}` : base.cpp,
      kind: pointer && base.cpp === "char" ? "text" : base.kind,
      python: pointer && base.cpp === "char" ? "str" : base.python,
      indirection: pointer
        ? "pointer"
        : !reference
          ? "value"
          : expression.isConst
            ? "const reference"
            : "reference",
    };
  }

  function valueType(expression: TypeExpression): ValueType | undefined {
    const { name } = expression;
    const plain = expression.arguments.length === 0 ? namedType(name) : undefined;
    if (plain !== undefined) return plain;
    if (expression.arguments.length > 0) return templateType(expression);
    const unknown = STANDARD_TEMPLATES.has(name)
      ? diagnose("GB4001", { type: name }, { span: placeOf(expression) })
      : diagnose(
          "GB2005",
          { name, near: context.suggestType(name) },
          { span: placeOf(expression) },
        );
    report(unknown);
    return undefined;
  }

  function namedType(name: string): ValueType | undefined {
    const callback = types.callbacks.get(name);
    if (callback !== undefined) return declaredCallback(name, callback);
    const external = types.externals.get(name);
    if (external !== undefined) return externalType(name, external);
    const declared = declaredType(name);
    if (declared !== undefined) return declared;
    if (name === "void") return { kind: "void", cpp: "void", python: "None", ownsPython: false };
    const fundamental = FUNDAMENTAL_TYPES.get(name);
    if (fundamental !== undefined) {
      return { kind: "fundamental", cpp: name, python: fundamental, ownsPython: false };
    }
    if (TEXT_TYPES.has(name)) return { kind: "text", cpp: name, python: "str", ownsPython: false };
    const python = PYTHON_TYPES.get(name);
    if (python !== undefined) {
      return { kind: "python", cpp: python, python: name.replace(/^.*::/, ""), ownsPython: true };
    }
    return undefined;
  }

  function declaredType(name: string): ValueType | undefined {
    const path = lookUp(name);
    const found = path === undefined ? undefined : types.classes.get(path);
    if (found !== undefined) return classType(found);
    const enumeration = path === undefined ? undefined : types.enumerations.get(path);
    if (path === undefined || enumeration === undefined) return undefined;
    return { kind: "enumeration", cpp: enumeration, python: path, ownsPython: false };
  }

  /** The Python path of a class or enumeration, by Python name from the inside out, or C++ name. */
  function lookUp(name: string): string | undefined {
    const known = (path: string) => types.classes.has(path) || types.enumerations.has(path);
    for (let around = scope; around !== ""; around = around.replace(/\.?[^.]*$/, "")) {
      if (known(join(around, ".", name))) return join(around, ".", name);
    }
    return known(name) ? name : types.byCppName.get(fromRoot(name));
  }

  function declaredCallback(name: string, declared: DeclaredCallback): ValueType {
    const parsed = parseSignature(declared.signature);
    // What is wrong with a signature is reported once, where it is declared. No callback takes
    // another, so that none is looked up: two that name each other would lead to each other for ever.
    const silent = { ...context, types: { ...types, callbacks: new Map() }, report: () => {} };
    const resolved =
      "error" in parsed ? undefined : resolver(silent, span, "").signature(parsed.value);
    const { onError, thread, isKept } = declared;
    const given = { signature: resolved ?? "void()", onError, thread, isKept };
    return { ...callbackType(callbackFacts(given, `type_${name}`)), python: name };
  }

  function externalType(name: string, cpp: string): ValueType {
    const parsed = parseType(cpp);
    const ownsPython = "value" in parsed && mentionsPythonType(parsed.value);
    return { kind: "external", cpp, python: name, ownsPython };
  }

  function templateType(expression: TypeExpression): ValueType | undefined {
    const { name } = expression;
    const [first] = expression.arguments;
    if (name === "std::function" && first?.form === "signature") {
      const resolved = signature(first.signature);
      if (resolved === undefined) return undefined;
      // A value would have to fit each result: it is for declared types.
      const { name: policy } = types.onError;
      const onError = { name: policy };
      const given = { signature: resolved, onError, thread: "caller", isKept: false } as const;
      return callbackType(callbackFacts(given, ""));
    }
    if (/^(std|boost)::shared_ptr$/.test(name) && first?.form === "type") {
      return sharedPointer(expression, first.type);
    }
    if (name === "boost::python::handle") {
      const cpp = "::boost::python::handle<>";
      return { kind: "python", cpp, python: "object", ownsPython: true };
    }
    if (!STANDARD_TEMPLATES.has(name)) {
      const near = context.suggestType(name);
      report(diagnose("GB2005", { name, near }, { span: placeOf(expression) }));
      return undefined;
    }
    const ownsPython = expression.arguments.some(mentionsPython);
    if (ownsPython) {
      return { kind: "python", cpp: spell(expression), python: "object", ownsPython };
    }
    report(diagnose("GB4001", { type: spell(expression) }, { span: placeOf(expression) }));
    return undefined;
  }

  function sharedPointer(
    expression: TypeExpression,
    element: TypeExpression,
  ): ValueType | undefined {
    const inner = valueType(element);
    if (inner === undefined) return undefined;
    const found = inner.className === undefined ? undefined : types.classes.get(inner.className);
    const type = `${expression.name}<${inner.python}>`;
    if (found === undefined) {
      report(diagnose("GB4001", { type }, { span: placeOf(expression) }));
      return undefined;
    }
    if (found.held !== expression.name) {
      const wanted = expression.name;
      report(diagnose("GB4004", { type, held: found.held, wanted }, { span: placeOf(expression) }));
      return undefined;
    }
    // Made from a Python object, its deleter holds a reference to that object (boostorg/python#11),
    // and attaches to let go of it: register_shared_pointers() in shared_pointer.hpp.
    const cpp = `::${expression.name}<${element.isConst ? "const " : ""}${inner.cpp}>`;
    return {
      kind: "shared-pointer",
      cpp,
      python: inner.python,
      ownsPython: false,
      className: found.pythonPath,
    };
  }

  function signature(expression: SignatureExpression): string | undefined {
    const result = withDeclarators(expression.result);
    const parameters = expression.parameters.map((each) => withDeclarators(each.type));
    if ([result, ...parameters].includes(UNRESOLVED)) return undefined;
    const refuse = (type: ResolvedType, what: string, place: TypeExpression) =>
      report(diagnose("GB4006", { type: spelling(type), what }, { span: placeOf(place) }));
    const isValue = result.indirection === "value";
    if (!isValue || !(result.kind === "void" || passesByValue(result))) {
      refuse(result, "the result of a callback", expression.result);
    }
    for (const [index, type] of parameters.entries()) {
      const place = expression.parameters[index]?.type;
      if (place === undefined || passesByValue(type)) continue;
      refuse(type, "a parameter of a callback", place);
    }
    return `${result.cpp}(${parameters.map((each) => each.cpp).join(", ")})`;
  }

  return { withDeclarators, signature };
}

function classType(found: DeclaredClass): ValueType {
  const { cpp, pythonPath } = found;
  return { kind: "class", cpp, python: pythonPath, ownsPython: false, className: pythonPath };
}

function callbackFacts(
  given: Omit<CallbackFacts, "errorClass">,
  identifier: string,
): CallbackFacts {
  return { ...given, errorClass: errorClass(given.onError, identifier) };
}

function callbackType(callback: CallbackFacts): ValueType {
  const { signature, errorClass } = callback;
  const isPlain = errorClass === "::gen_bindings::on_error::propagate<>";
  const cpp = `::gen_bindings::callback<${isPlain ? signature : `${signature}, ${errorClass}`}>`;
  return { kind: "callback", cpp, python: "Callable", ownsPython: false, callback };
}

function passesByValue(type: ResolvedType): boolean {
  const simple = ["fundamental", "text", "enumeration", "class", "external"].includes(type.kind);
  return simple && (type.indirection !== "pointer" || type.kind === "text");
}

function mentionsPython(argument: TypeArgument): boolean {
  if (argument.form === "number") return false;
  if (argument.form === "type") return mentionsPythonType(argument.type);
  const { result, parameters } = argument.signature;
  return [result, ...parameters.map((each) => each.type)].some(mentionsPythonType);
}

function mentionsPythonType(type: TypeExpression): boolean {
  return PYTHON_TYPES.has(type.name) || type.arguments.some(mentionsPython);
}

/** A type as it was written, with even spacing. */
function spell(type: TypeExpression): string {
  const inner = type.arguments.map((each) => {
    if (each.form === "number") return each.text;
    if (each.form === "type") return spell(each.type);
    return `${spell(each.signature.result)}(${each.signature.parameters.map((one) => spell(one.type)).join(", ")})`;
  });
  const constant = type.isConst ? "const " : "";
  const name = PYTHON_TYPES.get(type.name) ?? type.name;
  const list = type.arguments.length === 0 ? "" : `<${inner.join(", ")}>`;
  return `${constant}${name}${list}${type.declarators.join("")}`;
}
