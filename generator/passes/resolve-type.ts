/** Finds what a type's text means: a fundamental type, a declaration of this spec, a callback. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean, slipOf, slipText } from "../diagnostics/nearest.js";
import type { Span } from "../diagnostics/source-text.js";
import { registration } from "../model/runtime-converter.js";
import {
  type Annotation,
  type ResolvedType,
  type StandardTemplate,
  spelling,
} from "../model/type.js";
import { ANYTHING, callable, declaredName, nullable } from "./annotations.js";
import { type Context, within } from "./context.js";
import { rootedName, rootedSpelling } from "./cpp-spelling.js";
import { ambiguity, annotationOf, externalType, lookUp } from "./declared-names.js";
import { fromRoot } from "./names.js";
import { readAnnotation } from "./python-annotation.js";
import { mentionsPython } from "./python-mentions.js";
import { resolvedOnce } from "./resolved-once.js";
import { BYTES, isStandardTemplate, standardType } from "./standard-types.js";
import {
  type Parsed,
  parseSignature,
  parseType,
  type SignatureExpression,
  type TypeExpression,
} from "./type-expression.js";
import type { DeclaredCallback } from "./type-table.js";
import {
  callbackFacts,
  callbackType,
  classType,
  plainType,
  pointerTo,
  pythonType,
  type ValueType,
} from "./value-types.js";
import {
  FUNDAMENTAL_TYPES,
  PYTHON_NAMES,
  PYTHON_TEMPLATES,
  PYTHON_TYPES,
  STANDARD_TEMPLATES,
  TEXT_TYPES,
} from "./words.js";

/** Stands for a type that could not be resolved, so that one mistake stays one diagnostic. */
export const UNRESOLVED: ResolvedType = {
  kind: "external",
  cpp: "void*",
  value: "void*",
  python: "object",
  annotation: ANYTHING,
  indirection: "value",
  ownsPython: false,
};

/** Resolves a type as written at `span`, seen from the class `scope` ("" for the module). */
export function resolveType(
  context: Context,
  text: string,
  span: Span,
  scope: string,
): ResolvedType {
  return resolvedOnce(context, `${scope} ${text}`, (watched) =>
    resolveAnew(watched, text, span, scope),
  );
}

function resolveAnew(context: Context, text: string, span: Span, scope: string): ResolvedType {
  const expression = parsedOrReported(context, parseType(text), text, span);
  if (expression === undefined) return UNRESOLVED;
  return resolver(context, span, scope).withDeclarators(expression);
}

/** Checks that a text is written as a type, whatever it names. */
export function checkTypeText(context: Context, text: string, span: Span): void {
  parsedOrReported(context, parseType(text), text, span);
}

/** Checks how an entry of `types` is annotated in stubs. */
export function checkAnnotation(context: Context, text: string | undefined, span: Span): void {
  if (text === undefined) return;
  const read = readAnnotation(text, context.types);
  if ("text" in read) return;
  const place = { span: within(span, read.offset, read.length) };
  if (read.error === "form") {
    context.report(diagnose("GB2080", { text }, place));
  } else {
    const near = didYouMean(read.name, read.known);
    const slip = slipOf(read.name, read.known);
    context.report(diagnose("GB2081", { name: read.name, near }, { ...place, slip }));
  }
}

/** The C++ signature of a callback, `void(double)`, checked and resolved. */
export function resolveSignature(context: Context, text: string, span: Span): string | undefined {
  const expression = parsedOrReported(context, parseSignature(text), text, span);
  if (expression === undefined) return undefined;
  return resolver(context, span, "").signature(expression)?.text;
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
      kind: pointer && isCharacter(base.cpp) ? "text" : base.kind,
      python: pointer && isCharacter(base.cpp) ? "str" : base.python,
      annotation: pointer ? pointerTo(base) : base.annotation,
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
    if (expression.isTemplate) return templateType(expression);
    const plain = namedType(name);
    if (plain !== undefined) return plain;
    const unknown = STANDARD_TEMPLATES.has(name)
      ? diagnose("GB4001", { type: name }, { span: placeOf(expression) })
      : unknownType(expression);
    report(unknown);
    return undefined;
  }

  /** Tells which imported spec the type is of, if it is of one. */
  function used(name: string): void {
    const origin = types.imported.origins.get(name);
    if (origin !== undefined) context.usedImports.add(origin);
  }

  function unknownType(expression: TypeExpression): Diagnostic {
    const { name } = expression;
    const span = placeOf(expression);
    const several = ambiguity(context, name, span);
    if (several !== undefined) return several;
    const slip = context.suggestType(name);
    return diagnose("GB2005", { name, near: slipText(slip) }, { span, slip });
  }

  function namedType(name: string): ValueType | undefined {
    const callback = types.callbacks.get(name);
    const external = types.externals.get(name);
    if (callback !== undefined || external !== undefined) context.usedTypes.add(name);
    if (callback !== undefined) return declaredCallback(name, callback);
    if (external !== undefined) return externalType(types, name, external);
    const declared = declaredType(name);
    if (declared !== undefined) return declared;
    const imported = types.importedTypes.get(name);
    if (imported !== undefined) {
      used(name);
      return imported;
    }
    const pointee = types.namedPointers.get(fromRoot(name));
    if (pointee !== undefined) {
      used(pointee);
      return {
        kind: "owning-pointer",
        cpp: fromRoot(name),
        python: pointee,
        annotation: nullable(declaredName(types, pointee)),
        ownsPython: false,
        className: pointee,
      };
    }
    if (name === "void") return plainType("void", "void", "None");
    const fundamental = FUNDAMENTAL_TYPES.get(name);
    if (fundamental !== undefined) return plainType("fundamental", name, fundamental);
    if (TEXT_TYPES.has(name)) return plainType("text", name, "str");
    if (name === "bytes") return registered(BYTES);
    const python = PYTHON_TYPES.get(name);
    const own = name.replace(/^.*::/, "");
    return python === undefined ? undefined : pythonType(python, PYTHON_NAMES.get(own) ?? own);
  }

  function declaredType(name: string): ValueType | undefined {
    return declaredAt(lookUp(types, scope, name));
  }

  function declaredAt(path: string | undefined): ValueType | undefined {
    if (path === undefined) return undefined;
    used(path);
    const annotation = declaredName(types, path);
    const found = types.classes.get(path);
    if (found !== undefined) return classType(found, annotation);
    const enumeration = types.enumerations.get(path);
    if (enumeration === undefined) return undefined;
    return { kind: "enumeration", cpp: enumeration, python: path, annotation, ownsPython: false };
  }

  function declaredCallback(name: string, declared: DeclaredCallback): ValueType {
    const parsed = parseSignature(declared.signature);
    // What is wrong with a signature is reported once, where it is declared. No callback takes
    // another, so that none is looked up: two that name each other would lead to each other for ever.
    const silent = { ...context, types: { ...types, callbacks: new Map() }, report: () => {} };
    const resolved =
      "error" in parsed ? undefined : resolver(silent, span, "").signature(parsed.value);
    const { onError, thread, isKept } = declared;
    const given = { signature: resolved?.text ?? "void()", onError, thread, isKept };
    const annotation = annotationOf(declared, types) ?? resolved?.annotation ?? ANYTHING;
    return { ...callbackType(callbackFacts(given, `type_${name}`), annotation), python: name };
  }

  /** The C++ name of what the spec declares; nothing for what C++ alone knows. */
  function cppNameOf(name: string): string | undefined {
    const path = lookUp(types, scope, name);
    if (path !== undefined) used(path);
    return path === undefined
      ? undefined
      : (types.classes.get(path)?.cpp ?? types.enumerations.get(path));
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
      const { text, annotation } = resolved;
      const given = { signature: text, onError, thread: "caller", isKept: false } as const;
      return callbackType(callbackFacts(given, ""), annotation);
    }
    const declared = declaredAt(types.byCppName.get(rootedName(expression, cppNameOf)));
    if (declared !== undefined) return declared;
    if (first?.form === "type") {
      if (types.pointerTemplates.has(name)) return smartPointer(expression, first.type);
      if (name === "std::complex") return complexNumber(expression, first.type);
    }
    if (PYTHON_TEMPLATES.has(name)) return pythonTemplate(expression);
    if (isStandardTemplate(name)) return standardTemplate(expression, name);
    if (!STANDARD_TEMPLATES.has(name)) {
      report(unknownType(expression));
      return undefined;
    }
    const cpp = rootedName(expression, cppNameOf);
    if (expression.arguments.some(mentionsPython)) return pythonType(cpp, "object");
    const type = written(rootedSpelling(expression, cppNameOf));
    report(diagnose("GB4001", { type }, { span: placeOf(expression) }));
    return undefined;
  }

  /** Such as a pair of what Python can be given. */
  function standardTemplate(
    expression: TypeExpression,
    template: StandardTemplate,
  ): ValueType | undefined {
    const parts = expression.arguments.map((each) =>
      each.form === "type" ? withDeclarators(each.type) : undefined,
    );
    if (parts.includes(UNRESOLVED)) return undefined;
    const known = parts.flatMap((each) => each ?? []);
    const isCopied = ({ kind, className = "" }: ResolvedType) =>
      kind !== "class" || types.classes.get(className)?.copyable !== false;
    const isKnown = known.length === parts.length && known.every(isCopied);
    const type = isKnown ? standardType(template, known) : undefined;
    if (type !== undefined) return registered(type);
    const text = written(rootedSpelling(expression, cppNameOf));
    report(diagnose("GB4001", { type: text }, { span: placeOf(expression) }));
    return undefined;
  }

  function registered(type: ValueType): ValueType {
    const statement = registration(type);
    if (statement !== undefined) context.runtimeConverters.add(statement);
    return type;
  }

  /** Boost.Python converts complex numbers of each precision, by value. */
  function complexNumber(expression: TypeExpression, part: TypeExpression): ValueType | undefined {
    const cpp = rootedName(expression, cppNameOf);
    if (/^(float|double|long double)$/.test(part.name)) {
      return plainType("fundamental", cpp, "complex");
    }
    report(diagnose("GB4001", { type: written(cpp) }, { span: placeOf(expression) }));
    return undefined;
  }

  /** handle<> is any object; a back_reference<T> is what T is, and the Python object around it. */
  function pythonTemplate(expression: TypeExpression): ValueType | undefined {
    const [first] = expression.arguments;
    const isBackReference = expression.name.endsWith("::back_reference");
    const referred =
      isBackReference && first?.form === "type" ? withDeclarators(first.type) : undefined;
    if (referred === UNRESOLVED) return undefined;
    const object = pythonType(rootedName(expression, cppNameOf), "object");
    if (referred === undefined) return object;
    return { ...object, python: referred.python, annotation: referred.annotation };
  }

  function smartPointer(
    expression: TypeExpression,
    element: TypeExpression,
  ): ValueType | undefined {
    const inner = valueType(element);
    if (inner === undefined) return undefined;
    const cpp = rootedName(expression, cppNameOf);
    const found = inner.className === undefined ? undefined : types.classes.get(inner.className);
    if (found === undefined) {
      const type = `${expression.name}<${inner.python}>`;
      report(diagnose("GB4001", { type }, { span: placeOf(expression) }));
      return undefined;
    }
    // A shared pointer made from a Python object has a deleter that holds a reference to that object
    // (boostorg/python#11), and attaches to let go of it: register_shared_pointers() in shared_pointer.hpp.
    return {
      kind: isSharedPointer(expression.name) ? "shared-pointer" : "owning-pointer",
      cpp,
      python: inner.python,
      annotation: nullable(inner.annotation),
      ownsPython: false,
      className: found.pythonPath,
      pointer: expression.name,
    };
  }

  function signature(
    expression: SignatureExpression,
  ): { readonly text: string; readonly annotation: Annotation } | undefined {
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
    return {
      text: `${result.cpp}(${parameters.map((each) => each.cpp).join(", ")})`,
      annotation: callable(result, parameters),
    };
  }

  return { withDeclarators, signature };
}

function passesByValue(type: ResolvedType): boolean {
  const simple = ["fundamental", "text", "enumeration", "class", "external"].includes(type.kind);
  return simple && (type.indirection !== "pointer" || type.kind === "text");
}

function isCharacter(cpp: string): boolean {
  return cpp === "char" || cpp === "wchar_t";
}

function isSharedPointer(template: string): boolean {
  return template === "std::shared_ptr" || template === "boost::shared_ptr";
}

/** As people write it, without the `::` in front of each name. */
function written(cpp: string): string {
  return cpp.replace(/(?<!\w)::/g, "");
}
