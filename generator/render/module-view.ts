/** What the templates of a module print. A view arranges what the passes have computed. */
import { invariant } from "../diagnostics/invariant.js";
import {
  type Callable,
  type Class,
  callablesOf,
  type Enumeration,
  type ExceptionModel,
  type Module,
  type PropertyModel,
} from "../model/model.js";
import { type CallBodyView, callBodyView } from "./call-body-view.js";
import { type IncludeView, includesOf } from "./includes.js";
import { cppString } from "./literals.js";
import { type ModuleTestsView, testsView } from "./tests-view.js";

export interface DefinitionView {
  readonly logicalPathLiteral: string;
  readonly nameLiteral: string;
  readonly body: string;
  /** `, keywords` and `, "doc"`, or nothing: what follows the function in a `def`. */
  readonly keywords: string;
  readonly doc: string;
}

interface ClassView {
  readonly pythonPath: string;
  readonly logicalPathLiteral: string;
  readonly nameLiteral: string;
  readonly identifier: string;
  readonly boostType: string;
  readonly enclosing: string;
  readonly isNested: boolean;
  readonly doc: string;
  readonly constructors: readonly DefinitionView[];
  readonly methods: readonly DefinitionView[];
  readonly staticMethods: readonly string[];
  readonly attributes: readonly AttributeView[];
  readonly properties: readonly PropertyView[];
}

interface AttributeView {
  readonly logicalPathLiteral: string;
  readonly definer: string;
  readonly nameLiteral: string;
  readonly member: string;
  readonly doc: string;
}

interface PropertyView {
  readonly logicalPathLiteral: string;
  readonly nameLiteral: string;
  readonly accessors: string;
  readonly doc: string;
}

interface EnumerationView {
  readonly logicalPathLiteral: string;
  readonly nameLiteral: string;
  readonly cpp: string;
  readonly doc: string;
  readonly isNested: boolean;
  readonly enclosing: string;
  readonly isExported: boolean;
  readonly values: readonly { readonly nameLiteral: string; readonly cpp: string }[];
}

interface ExceptionView {
  readonly logicalPathLiteral: string;
  readonly name: string;
  readonly nameLiteral: string;
  readonly qualifiedNameLiteral: string;
  readonly cpp: string;
  readonly base: string;
  readonly docLiteral: string;
}

interface ConstantView {
  readonly logicalPathLiteral: string;
  readonly nameLiteral: string;
  readonly cpp: string;
}

export interface ModuleView {
  readonly generator: string;
  readonly name: string;
  readonly nameLiteral: string;
  readonly moduleLogicalPathLiteral: string;
  readonly docLiteral: string;
  readonly emittedNamespace: string;
  readonly boostIncludes: readonly IncludeView[];
  readonly standardIncludes: readonly IncludeView[];
  readonly userIncludes: readonly IncludeView[];
  readonly sources: readonly string[];
  readonly includeDirs: readonly string[];
  readonly link: readonly string[];
  readonly callBodies: readonly CallBodyView[];
  readonly callbackSignatures: readonly string[];
  readonly converters: readonly {
    readonly function: string;
    readonly logicalPathLiteral: string;
  }[];
  readonly exceptions: readonly ExceptionView[];
  readonly classes: readonly ClassView[];
  readonly enumerations: readonly EnumerationView[];
  readonly constants: readonly ConstantView[];
  readonly functions: readonly DefinitionView[];
  readonly tests: ModuleTestsView;
}

/** What the module's own project needs to know of the user's files, and of this program. */
export interface RenderFacts {
  /** The generator's version. */
  readonly generator: string;
  /** The user's sources and include folders, as paths in the output folder. */
  readonly sources: readonly string[];
  readonly includeDirs: readonly string[];
}

export function moduleView(module: Module, facts: RenderFacts): ModuleView {
  return {
    generator: facts.generator,
    name: module.name,
    nameLiteral: cppString(module.name),
    moduleLogicalPathLiteral: cppString(`${module.name}/module`),
    docLiteral: module.doc === undefined ? "" : cppString(module.doc),
    emittedNamespace: `gen_bindings_${module.name}`,
    ...includesOf(module),
    sources: facts.sources,
    includeDirs: facts.includeDirs,
    link: module.link,
    callBodies: callablesOf(module).map(callBodyView),
    callbackSignatures: module.callbackSignatures,
    converters: module.converters.map((each) => ({
      function: each.function,
      logicalPathLiteral: cppString(each.logicalPath),
    })),
    exceptions: module.exceptions.map((each) => exceptionView(module, each)),
    classes: module.classes.map((each) => classView(module, each)),
    enumerations: module.enumerations.map((each) => enumerationView(module, each)),
    constants: module.constants.map((each) => ({
      logicalPathLiteral: cppString(each.logicalPath),
      nameLiteral: cppString(each.name),
      cpp: each.cpp,
    })),
    functions: inBoostOrder(module.functions).map(definitionView),
    tests: testsView(module),
  };
}

/** Boost.Python tries the overload defined last first; the spec's order is the order of trial. */
function inBoostOrder(callables: readonly Callable[]): readonly Callable[] {
  const byName = new Map<string, Callable[]>();
  for (const each of callables) {
    byName.set(each.name, [each, ...(byName.get(each.name) ?? [])]);
  }
  return [...byName.values()].flat();
}

function definitionView(callable: Callable): DefinitionView {
  return {
    logicalPathLiteral: cppString(callable.logicalPath),
    nameLiteral: cppString(callable.name),
    body: callable.body,
    keywords: keywords(callable),
    doc: docArgument(callable.doc),
  };
}

function docArgument(doc: string | undefined): string {
  return doc === undefined ? "" : `, ${cppString(doc)}`;
}

function keywords(callable: Callable): string {
  if (callable.parameters.length === 0) return "";
  const all = callable.parameters.map(({ name, type, default: value }) => {
    const keyword = `::boost::python::arg(${cppString(name)})`;
    if (value === undefined) return keyword;
    const isPython = type.kind === "callback" || type.kind === "python";
    return `${keyword} = ${isPython ? value : `static_cast<${type.value}>(${value})`}`;
  });
  return `, (${all.join(", ")})`;
}

function classView(module: Module, each: Class): ClassView {
  const methods = inBoostOrder(each.methods);
  const statics = methods.filter((one) => one.kind === "static method").map((one) => one.name);
  return {
    pythonPath: each.pythonPath,
    logicalPathLiteral: cppString(each.logicalPath),
    nameLiteral: cppString(each.name),
    identifier: each.identifier,
    boostType: boostClass(module, each),
    isNested: each.scope !== "",
    enclosing: enclosingClass(module, each.scope),
    doc: docArgument(each.doc),
    constructors: inBoostOrder(each.constructors).map(definitionView),
    methods: methods.map(definitionView),
    staticMethods: [...new Set(statics)].map(cppString),
    attributes: each.attributes.map((one) => ({
      logicalPathLiteral: cppString(one.logicalPath),
      definer: one.access === "readonly" ? "def_readonly" : "def_readwrite",
      nameLiteral: cppString(one.name),
      member: one.member,
      doc: docArgument(one.doc),
    })),
    properties: each.properties.map(propertyView),
  };
}

/** The C++ identifier of the class with this Python path; "" for the module. */
function enclosingClass(module: Module, scope: string): string {
  if (scope === "") return "";
  const found = module.classes.find((each) => each.pythonPath === scope);
  invariant(found !== undefined, `the class ${scope} is not in the model`);
  return found.identifier;
}

function propertyView(property: PropertyModel): PropertyView {
  const { get, set } = property;
  return {
    logicalPathLiteral: cppString(get.logicalPath),
    nameLiteral: cppString(property.name),
    accessors: [get, ...(set === undefined ? [] : [set])].map((each) => `&${each.body}`).join(", "),
    doc: docArgument(property.doc),
  };
}

function boostClass(module: Module, each: Class): string {
  const bases = each.bases.map((path) => {
    const base = module.classes.find((other) => other.pythonPath === path);
    invariant(base !== undefined, `the passes left the base class ${path} unresolved`);
    return base.cpp;
  });
  const held = each.held === "value" ? [] : [`::${each.held}<${each.cpp}>`];
  const derived = bases.length === 0 ? [] : [`::boost::python::bases<${bases.join(", ")}>`];
  const copies = each.copyable ? [] : ["::boost::noncopyable"];
  return `::boost::python::class_<${[each.cpp, ...held, ...derived, ...copies].join(", ")}>`;
}

function enumerationView(module: Module, each: Enumeration): EnumerationView {
  return {
    logicalPathLiteral: cppString(each.logicalPath),
    nameLiteral: cppString(each.name),
    cpp: each.cpp,
    doc: docArgument(each.doc),
    isNested: each.scope !== "",
    enclosing: enclosingClass(module, each.scope),
    isExported: each.export,
    values: each.values.map(({ name, cpp }) => ({ nameLiteral: cppString(name), cpp })),
  };
}

function exceptionView(module: Module, each: ExceptionModel): ExceptionView {
  return {
    logicalPathLiteral: cppString(each.logicalPath),
    name: each.name,
    nameLiteral: cppString(each.name),
    qualifiedNameLiteral: cppString(`${module.name}.${each.name}`),
    cpp: each.cpp,
    base: each.base.builtin
      ? `::PyExc_${each.base.name}`
      : `gen_bindings_exception_${each.base.name}`,
    docLiteral: each.doc === undefined ? "nullptr" : cppString(each.doc),
  };
}
