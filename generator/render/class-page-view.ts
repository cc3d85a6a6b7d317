/** What a page about one class prints: plain texts, of use in documentation of any format. */
import type { Callable } from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { Module } from "../model/model.js";
import { definedFunctions } from "./stub/definitions.js";
import { type SignatureFacts, stubFunction } from "./stub/functions.js";
import { stubNames } from "./stub/names.js";
import type { ShownParameter, StubFunction } from "./stub/overloads.js";
import { signatureFacts } from "./stub/signature-facts.js";

/** A class, as a page about it shows it. */
export interface ClassPageView {
  /** The generator's version. */
  readonly generator: string;
  /** The name of the Python module. */
  readonly module: string;
  /** The class's own name. */
  readonly name: string;
  /** With the submodules and classes around it: "Place.Kind". */
  readonly pythonPath: string;
  /** The C++ class, qualified: "::acme::Counter". */
  readonly cpp: string;
  /** What the spec says of the class, in as many lines as it has; "" where it says nothing. */
  readonly doc: string;
  /** The Python paths of the classes that it is derived from. */
  readonly bases: readonly string[];
  /** Each overload by itself. */
  readonly constructors: readonly PageCallableView[];
  /** Methods, static ones and operators among them; each overload by itself. */
  readonly methods: readonly PageCallableView[];
  /** Attributes and properties. */
  readonly values: readonly PageValueView[];
}

/** A constructor or method, as a page shows it. */
export interface PageCallableView {
  /** Its name in Python. */
  readonly name: string;
  /** What a caller gives, without `self`: "by: int = 1". */
  readonly parameters: string;
  /** The annotation of what is returned: "int". */
  readonly result: string;
  /** Whether it is called on the class. */
  readonly isStatic: boolean;
  /** What the spec says of it, then what the call does to the GIL, locks and raises; several lines. */
  readonly doc: string;
}

/** An attribute or property, as a page shows it. */
export interface PageValueView {
  /** Its name in Python. */
  readonly name: string;
  /** The annotation of its value: "int". */
  readonly annotation: string;
  /** Whether Python can't assign to it. */
  readonly isReadonly: boolean;
  /** What the spec says of it; "" where it says nothing. */
  readonly doc: string;
}

export function classPageViews(
  module: Module,
  generator: string,
): readonly { readonly path: string; readonly view: ClassPageView }[] {
  const facts = signatureFacts(module);
  return module.classes.map((each) => ({
    path: each.pythonPath,
    view: {
      generator,
      module: module.name,
      name: each.name,
      pythonPath: each.pythonPath,
      cpp: each.cpp,
      doc: each.doc ?? "",
      bases: each.bases,
      constructors: callables(module, facts, each.constructors, definedConstructors(facts, each)),
      methods: callables(module, facts, each.methods, definedMethods(facts, each)),
      values: values(module, each),
    },
  }));
}

function definedConstructors(facts: SignatureFacts, { definitions }: Class) {
  return definedFunctions(facts, definitions, ["self"]).filter(isConstructor);
}

function definedMethods(facts: SignatureFacts, { definitions }: Class) {
  return definedFunctions(facts, definitions, ["self"]).filter((each) => !isConstructor(each));
}

function isConstructor({ name }: StubFunction): boolean {
  return name === "__init__";
}

function callables(
  module: Module,
  facts: SignatureFacts,
  own: readonly Callable[],
  defined: readonly StubFunction[],
): readonly PageCallableView[] {
  const spell = speller(module);
  return [...own.map((each) => stubFunction(each, facts)), ...defined].map((each) => ({
    name: each.name,
    parameters: parameterList(each, spell),
    result: spell(each.result),
    isStatic: each.isStatic,
    doc: each.doc,
  }));
}

function parameterList(
  { parameters, positional }: StubFunction,
  spell: (annotation: string) => string,
): string {
  const shown = parameters.map((each) => parameterText(each, spell));
  return shown.toSpliced(positional, 0, ...(positional > 0 ? ["/"] : [])).join(", ");
}

function parameterText(
  { name, annotation, default: value }: ShownParameter,
  spell: (annotation: string) => string,
): string {
  const typed = `${name}: ${spell(annotation)}`;
  if (value === undefined) return typed;
  return `${typed} = ${value.startsWith(".") && value !== "..." ? spell(value) : value}`;
}

function values(module: Module, each: Class): readonly PageValueView[] {
  const spell = speller(module);
  const attributes = each.attributes.map(({ name, type, access, doc }) => ({
    name,
    annotation: spell(type?.annotation.result ?? "typing.Any"),
    isReadonly: access === "readonly",
    doc: doc ?? "",
  }));
  const properties = each.properties.map(({ name, get, set, doc }) => ({
    name,
    annotation: spell(get.result === "deduced" ? "typing.Any" : get.result.annotation.result),
    isReadonly: set === undefined,
    doc: doc ?? "",
  }));
  const defined = each.definitions.flatMap(({ stub, doc }) =>
    stub
      .filter(({ parameters }) => parameters === undefined)
      .map(({ name, returns, isReadonly }) => ({
        name,
        annotation: spell(returns),
        isReadonly: isReadonly === true,
        doc: doc ?? "",
      })),
  );
  return [...attributes, ...properties, ...defined];
}

/** Annotations as people write them: "Callable[[int], None]", "Place.Kind". */
function speller(module: Module): (annotation: string) => string {
  const place = {
    module: module.name,
    submodule: "",
    submodules: [],
    top: new Set<string>(),
    inner: new Set<string>(),
  };
  return stubNames(place).spell;
}
