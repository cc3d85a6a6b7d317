/** What the templates of exceptions print: the Python classes, and the translators. */
import { invariant } from "../diagnostics/invariant.js";
import type {
  ExceptionAttribute,
  ExceptionModel,
  ExceptionReference,
} from "../model/declarations.js";
import { knownExceptions } from "../model/imported.js";
import { callablesOf, type Module } from "../model/model.js";
import { cppString } from "./literals.js";
import { presenceOf } from "./presence.js";
import { scopeExpression } from "./scope-view.js";

/** A Python class that the module makes. */
export interface ExceptionClassView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** Its name in Python, with the submodules around it. */
  readonly pythonPath: string;
  /** What holds it in C++. */
  readonly variable: string;
  /** Its own name, quoted for C++. */
  readonly nameLiteral: string;
  /** The emitted variable of the module or class that it is in. */
  readonly enclosing: string;
  /** The Python class that it is derived from, as C++ names it. */
  readonly base: string;
  /** Its docstring, quoted for C++; "nullptr" where there is none. */
  readonly docLiteral: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** How a C++ exception becomes a Python error. */
export interface ExceptionView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** The C++ exception. */
  readonly cpp: string;
  /** The emitted function that translates it. */
  readonly translator: string;
  /** The C++ types that are tried before it. */
  readonly earlier: readonly EarlierExceptionView[];
  /** The call of a translator of the user's; "" where there is none. */
  readonly call: string;
  /** The Python class that is raised. */
  readonly raised: string;
  /** What the Python error gets beside its text. */
  readonly attributes: readonly ExceptionAttributeView[];
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A C++ exception that is tried before another one. */
interface EarlierExceptionView {
  /** The C++ exception. */
  readonly cpp: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** An attribute of a Python error. */
interface ExceptionAttributeView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** Its name, quoted for C++. */
  readonly nameLiteral: string;
  /** The C++ expression of its value. */
  readonly value: string;
  /** The C++ exception whose class in Python declares it, a base of this one; "" for its own. */
  readonly base: string;
}

/** A Python class that another module makes. */
export interface ImportedExceptionView {
  /** Its name in Python, behind that of its module. */
  readonly pythonPath: string;
  /** What holds it in C++. */
  readonly variable: string;
  /** The module and the names that lead to it, quoted for C++, separated by commas. */
  readonly names: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

export function exceptionViews(module: Module): {
  readonly importedExceptions: readonly ImportedExceptionView[];
  readonly exceptionClasses: readonly ExceptionClassView[];
  readonly exceptions: readonly ExceptionView[];
} {
  // Boost.Python tries the translator last that is registered first: so a base class, too, is made
  // before what is derived from it.
  return {
    importedExceptions: importedClassViews(module),
    exceptionClasses: module.exceptions.toReversed().flatMap((each) => classView(module, each)),
    exceptions: module.exceptions
      .map((each, index) => exceptionView(module, each, index))
      .reverse(),
  };
}

function classView(module: Module, each: ExceptionModel): readonly ExceptionClassView[] {
  const { arrival } = each;
  if (arrival.form !== "class") return [];
  return [
    {
      logicalPathLiteral: cppString(each.logicalPath),
      pythonPath: arrival.pythonPath,
      variable: variableOf(each),
      nameLiteral: cppString(arrival.name),
      enclosing: scopeExpression(each.scope),
      base: pythonClass(module, arrival.base),
      docLiteral: arrival.doc === undefined ? "nullptr" : cppString(arrival.doc),
      presence: presenceOf(module, each.logicalPath),
    },
  ];
}

function exceptionView(module: Module, each: ExceptionModel, index: number): ExceptionView {
  const { arrival } = each;
  return {
    logicalPathLiteral: cppString(each.logicalPath),
    cpp: each.cpp,
    translator: `gen_bindings_translate_${each.identifier}`,
    earlier: module.exceptions
      .slice(0, index)
      .map(({ cpp, logicalPath }) => ({ cpp, presence: presenceOf(module, logicalPath) })),
    call: arrival.form === "translator" ? arrival.call : "",
    raised:
      arrival.form === "class"
        ? variableOf(each)
        : arrival.form === "existing"
          ? pythonClass(module, arrival.raised)
          : "",
    attributes: attributesOf(module, each).map(({ attribute, base }) => ({
      logicalPathLiteral: cppString(attribute.logicalPath),
      nameLiteral: cppString(attribute.name),
      value: attributeValue(attribute),
      base,
    })),
    presence: presenceOf(module, each.logicalPath),
  };
}

/** Its own attributes, and those that its class in Python has from its bases. */
function attributesOf(
  module: Module,
  each: ExceptionModel,
): readonly { attribute: ExceptionAttribute; base: string }[] {
  const own = each.attributes.map((attribute) => ({ attribute, base: "" }));
  const { arrival } = each;
  if (arrival.form === "translator") return own;
  const above = declarationOf(module, arrival.form === "class" ? arrival.base : arrival.raised);
  if (above === undefined) return own;
  const names = new Set(each.attributes.map(({ name }) => name));
  const inherited = attributesOf(module, above)
    .filter(({ attribute }) => !names.has(attribute.name))
    .map(({ attribute, base }) => ({ attribute, base: base === "" ? above.cpp : base }));
  return [...inherited, ...own];
}

/** What holds the Python class in C++. */
export function variableOf({ identifier }: ExceptionModel): string {
  return `gen_bindings_exception_${identifier}`;
}

function attributeValue({ getter, type }: ExceptionAttribute): string {
  const value = `::std::invoke(${getter}, error)`;
  return type === undefined ? value : `static_cast<${type.cpp}>(${value})`;
}

/** The C++ that names the Python class. */
export function pythonClass(module: Module, reference: ExceptionReference): string {
  const { name, builtin } = reference;
  if (builtin) return `::PyExc_${name}`;
  const found = declarationOf(module, reference);
  invariant(found !== undefined, `the passes left the exception ${name} unresolved`);
  return variableOf(found);
}

/** Those of other modules that the code names: raised by calls, arriving as such, or a base. */
function importedClassViews(module: Module): readonly ImportedExceptionView[] {
  const named = new Set([
    ...callablesOf(module).map((each) => each.adapter?.failure?.raised.name),
    ...module.exceptions.map(({ arrival }) => {
      if (arrival.form === "translator") return undefined;
      return arrival.form === "class" ? arrival.base.name : arrival.raised.name;
    }),
  ]);
  return module.imports.flatMap(({ module: owner = "", exceptions }) =>
    exceptions.flatMap((each) => {
      const { arrival } = each;
      if (arrival.form !== "class" || !named.has(arrival.pythonPath)) return [];
      const names = [owner, ...arrival.pythonPath.slice(owner.length + 1).split(".")];
      return [
        {
          pythonPath: arrival.pythonPath,
          variable: variableOf(each),
          names: names.map(cppString).join(", "),
          presence: presenceOf(module, each.logicalPath),
        },
      ];
    }),
  );
}

/** The exception of this or another module that is meant, if it is none of Python's own. */
function declarationOf(
  module: Module,
  { name, builtin }: ExceptionReference,
): ExceptionModel | undefined {
  if (builtin) return undefined;
  return knownExceptions(module).find(
    ({ arrival }) => arrival.form === "class" && arrival.pythonPath === name,
  );
}
