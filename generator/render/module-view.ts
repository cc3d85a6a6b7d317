/** What the templates of a module print. A view arranges what the passes have computed. */
import { enclosingPath } from "../model/boost-definition.js";
import { withShorterCalls } from "../model/callable.js";
import type { ConverterRegistration, Enumeration } from "../model/declarations.js";
import { callablesOf, type Module } from "../model/model.js";
import type { CallbackFacts } from "../model/type.js";
import { type CallBodyView, callBodyView, isDeferring } from "./call-body-view.js";
import {
  type ClassView,
  classView,
  definitionView,
  docArgument,
  type OwnerView,
  ownerNames,
  ownerViews,
} from "./class-view.js";
import { type CodeView, codeViews } from "./code-view.js";
import { limitDefinitions } from "./compile-definitions.js";
import type { DefinitionView } from "./definition-view.js";
import { docstringArguments } from "./docstrings-view.js";
import { type ExceptionClassView, type ExceptionView, exceptionViews } from "./exception-view.js";
import { type IncludeView, includesOf } from "./includes.js";
import { cppString } from "./literals.js";
import { inBoostOrder } from "./overload-order.js";
import { nameInModule, type SubmoduleView, scopeVariable, submoduleViews } from "./scope-view.js";
import { stubPath } from "./stub/stub-view.js";
import { type ModuleTestsView, testsView } from "./tests-view.js";
import {
  type DeclaredValueView,
  declaredValueViews,
  type OverridableView,
  overridableViews,
  type TrampolineView,
  trampolineViews,
} from "./trampoline-view.js";

interface EnumerationView {
  readonly logicalPathLiteral: string;
  readonly nameLiteral: string;
  /** The class of Python's module enum that it is derived from; "" for Boost.Python's own. */
  readonly kindLiteral: string;
  /** With the classes around it, as pickle looks for it: "Place.Kind". */
  readonly qualifiedNameLiteral: string;
  readonly docLiteral: string;
  readonly cpp: string;
  readonly doc: string;
  readonly isNested: boolean;
  readonly enclosing: string;
  readonly isExported: boolean;
  readonly values: readonly { readonly nameLiteral: string; readonly cpp: string }[];
}

/** A statement that registers a converter. */
interface RegistrationView {
  readonly logicalPathLiteral: string;
  readonly statement: string;
}

/** What is defined in one module, the module itself or a submodule. */
interface FunctionScopeView {
  readonly isNested: boolean;
  readonly enclosing: string;
  readonly definitions: readonly DefinitionView[];
}

interface ConstantView {
  readonly logicalPathLiteral: string;
  readonly enclosing: string;
  readonly nameLiteral: string;
  readonly type: string;
  readonly cpp: string;
}

export interface ModuleView {
  readonly generator: string;
  readonly name: string;
  readonly nameLiteral: string;
  readonly moduleLogicalPathLiteral: string;
  readonly docLiteral: string;
  readonly docstrings: string;
  readonly emittedNamespace: string;
  readonly boostIncludes: readonly IncludeView[];
  readonly standardIncludes: readonly IncludeView[];
  readonly userIncludes: readonly IncludeView[];
  readonly sources: readonly string[];
  readonly includeDirs: readonly string[];
  readonly link: readonly string[];
  readonly usesNumpy: boolean;
  readonly limitDefinitions: readonly string[];
  /** The stubs, as paths in the output folder. */
  readonly stubs: readonly string[];
  readonly callBodies: readonly CallBodyView[];
  /** Template arguments: `void(double)`, and the error policy where it is not the usual one. */
  readonly callbacks: readonly string[];
  readonly optionalCallbacks: readonly string[];
  /** The callbacks that a std::function handed out by C++ may hold. */
  readonly functionCallbacks: readonly string[];
  readonly declaredValues: readonly DeclaredValueView[];
  readonly overridables: readonly OverridableView[];
  readonly trampolines: readonly TrampolineView[];
  readonly owners: readonly OwnerView[];
  readonly runtimeConverters: readonly string[];
  /** Whether a call body may raise by itself. */
  readonly isRaising: boolean;
  readonly converters: readonly RegistrationView[];
  readonly conversions: readonly RegistrationView[];
  readonly submodules: readonly SubmoduleView[];
  readonly exceptionClasses: readonly ExceptionClassView[];
  readonly opaqueTypes: readonly { readonly cpp: string; readonly logicalPathLiteral: string }[];
  readonly exceptions: readonly ExceptionView[];
  readonly classes: readonly ClassView[];
  readonly enumerations: readonly EnumerationView[];
  readonly constants: readonly ConstantView[];
  readonly functionScopes: readonly FunctionScopeView[];
  readonly namespaceCode: readonly CodeView[];
  readonly moduleCode: readonly CodeView[];
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
  const owners = ownerNames(module.classes);
  const surroundings = { module, isDeferring: isDeferring(module), owners };
  return {
    generator: facts.generator,
    name: module.name,
    nameLiteral: cppString(module.name),
    moduleLogicalPathLiteral: cppString(`${module.name}/module`),
    docLiteral: module.doc === undefined ? "" : cppString(module.doc),
    docstrings: docstringArguments(module.docstrings),
    emittedNamespace: `gen_bindings_${module.name}`,
    ...includesOf(module),
    sources: facts.sources,
    includeDirs: facts.includeDirs,
    link: module.link,
    usesNumpy: module.usesNumpy,
    limitDefinitions: limitDefinitions(module),
    stubs: ["", ...module.submodules.map((each) => each.pythonPath)].map(
      (scope) => `${stubPath(module, scope)}.pyi`,
    ),
    callBodies: callablesOf(module)
      .flatMap(withShorterCalls)
      .map((each) => callBodyView(each, surroundings)),
    ...callbackViews(module),
    declaredValues: declaredValueViews(module.declaredValues),
    overridables: overridableViews(module.classes),
    trampolines: trampolineViews(module.classes),
    owners: ownerViews(module.classes),
    runtimeConverters: module.runtimeConverters,
    isRaising: isRaising(module),
    converters: module.converters.map(registrationView),
    conversions: module.conversions.map(registrationView),
    opaqueTypes: module.opaqueTypes.map(({ cpp, logicalPath }) => ({
      cpp,
      logicalPathLiteral: cppString(logicalPath),
    })),
    submodules: submoduleViews(module),
    ...exceptionViews(module),
    classes: module.classes.map((each) => classView(module, each)),
    enumerations: module.enumerations.map((each) => enumerationView(module, each)),
    constants: module.constants.map((each) => ({
      logicalPathLiteral: cppString(each.logicalPath),
      enclosing: scopeVariable(module, each.scope),
      nameLiteral: cppString(each.name),
      type: each.type?.value ?? "auto",
      cpp: each.cpp,
    })),
    functionScopes: functionScopes(module),
    namespaceCode: codeViews(module, ({ at }) => at === "namespace"),
    moduleCode: codeViews(module, ({ at }) => at === "module"),
    tests: testsView(module),
  };
}

/** Bytes raise where their number does not fit what C++ counts with. */
function isRaising(module: Module): boolean {
  const hasBytes = module.runtimeConverters.includes("::gen_bindings::register_bytes()");
  return hasBytes || callablesOf(module).some((each) => each.adapter?.failure !== undefined);
}

function registrationView({ statement, logicalPath }: ConverterRegistration): RegistrationView {
  return { statement, logicalPathLiteral: cppString(logicalPath) };
}

function callbackViews(module: Module) {
  const callables = callablesOf(module);
  const results = callables.map(({ result }) =>
    result === "deduced" ? undefined : result.callback?.signature,
  );
  const optional = callables
    .flatMap((each) => each.parameters)
    .filter(({ type }) => type.value.startsWith("::gen_bindings::optional_callback<"))
    .flatMap(({ type }) => type.callback ?? []);
  return {
    callbacks: [...new Set(module.callbacks.map(callbackArguments))],
    optionalCallbacks: [...new Set(optional.map(callbackArguments))],
    // One that holds a callback is that callable again, whatever its error policy.
    functionCallbacks: [
      ...new Set(
        module.callbacks.filter((each) => results.includes(each.signature)).map(callbackArguments),
      ),
    ],
  };
}

function callbackArguments({ signature, errorClass }: CallbackFacts): string {
  const isUsual = errorClass === "::gen_bindings::on_error::propagate<>";
  return isUsual ? signature : `${signature}, ${errorClass}`;
}

function enumerationView(module: Module, each: Enumeration): EnumerationView {
  return {
    logicalPathLiteral: cppString(each.logicalPath),
    nameLiteral: cppString(each.name),
    kindLiteral: each.kind === "boost" ? "" : cppString(each.kind),
    qualifiedNameLiteral: cppString(nameInModule(module, each.pythonPath)),
    docLiteral: each.doc === undefined ? "nullptr" : cppString(each.doc),
    cpp: each.cpp,
    doc: docArgument(each.doc),
    isNested: each.scope !== "",
    enclosing: scopeVariable(module, each.scope),
    isExported: each.export,
    values: each.values.map(({ name, cpp }) => ({ nameLiteral: cppString(name), cpp })),
  };
}

function functionScopes(module: Module): readonly FunctionScopeView[] {
  return ["", ...module.submodules.map((each) => each.pythonPath)].flatMap((scope) => {
    const functions = module.functions.filter((each) => each.scope === scope);
    const definitions = module.definitions.filter(
      ({ pythonPath }) => enclosingPath(pythonPath) === scope,
    );
    if (functions.length + definitions.length === 0) return [];
    return [
      {
        isNested: scope !== "",
        enclosing: scopeVariable(module, scope),
        definitions: inBoostOrder([...functions, ...definitions]).map((each) =>
          definitionView(each, "::boost::python::", module),
        ),
      },
    ];
  });
}
