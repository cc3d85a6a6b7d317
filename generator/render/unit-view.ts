/** What the templates print of one translation unit's declarations. */
import { enclosingPath } from "../model/boost-definition.js";
import { withShorterCalls } from "../model/callable.js";
import type { Enumeration } from "../model/declarations.js";
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
import type { DefinitionView } from "./definition-view.js";
import { type IncludeView, includesOf } from "./includes.js";
import { cppString } from "./literals.js";
import { inBoostOrder } from "./overload-order.js";
import { nameInModule, scopeExpression } from "./scope-view.js";
import {
  type DeclaredValueView,
  declaredValueViews,
  type OverridableView,
  overridableViews,
  type TrampolineView,
  trampolineViews,
} from "./trampoline-view.js";
import { callbacksReturned } from "./translation-units.js";

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

export interface UnitView {
  readonly generator: string;
  readonly name: string;
  readonly moduleLogicalPathLiteral: string;
  readonly emittedNamespace: string;
  readonly boostIncludes: readonly IncludeView[];
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
  readonly classes: readonly ClassView[];
  readonly enumerations: readonly EnumerationView[];
  readonly constants: readonly ConstantView[];
  readonly functionScopes: readonly FunctionScopeView[];
}

/** `unit`: the module with the declarations of the unit alone. */
export function unitView(module: Module, unit: Module, generator: string): UnitView {
  const surroundings = {
    module,
    isDeferring: isDeferring(module),
    owners: ownerNames(module.classes),
  };
  return {
    generator,
    name: module.name,
    moduleLogicalPathLiteral: cppString(`${module.name}/module`),
    emittedNamespace: `gen_bindings_${module.name}`,
    boostIncludes: includesOf(unit).boostIncludes,
    callBodies: callablesOf(unit)
      .flatMap(withShorterCalls)
      .map((each) => callBodyView(each, surroundings)),
    ...callbackViews(module, unit),
    declaredValues: declaredValueViews(unit.declaredValues),
    overridables: overridableViews(unit.classes),
    trampolines: trampolineViews(unit.classes, module.classes),
    owners: ownerViews(module, unit),
    runtimeConverters: unit.runtimeConverters,
    classes: unit.classes.map((each) => classView(module, each)),
    enumerations: unit.enumerations.map((each) => enumerationView(module, each)),
    constants: unit.constants.map((each) => ({
      logicalPathLiteral: cppString(each.logicalPath),
      enclosing: scopeExpression(each.scope),
      nameLiteral: cppString(each.name),
      type: each.type?.value ?? "auto",
      cpp: each.cpp,
    })),
    functionScopes: functionScopes(module, unit),
  };
}

function callbackViews(module: Module, unit: Module) {
  const optional = callablesOf(unit)
    .flatMap((each) => each.parameters)
    .filter(({ type }) => type.value.startsWith("::gen_bindings::optional_callback<"))
    .flatMap(({ type }) => type.callback ?? []);
  return {
    callbacks: [...new Set(unit.callbacks.map(callbackArguments))],
    optionalCallbacks: [...new Set(optional.map(callbackArguments))],
    functionCallbacks: [...new Set(callbacksReturned(module, unit).map(callbackArguments))],
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
    enclosing: scopeExpression(each.scope),
    isExported: each.export,
    values: each.values.map(({ name, cpp }) => ({ nameLiteral: cppString(name), cpp })),
  };
}

function functionScopes(module: Module, unit: Module): readonly FunctionScopeView[] {
  return ["", ...module.submodules.map((each) => each.pythonPath)].flatMap((scope) => {
    const functions = unit.functions.filter((each) => each.scope === scope);
    const definitions = unit.definitions.filter(
      ({ pythonPath }) => enclosingPath(pythonPath) === scope,
    );
    if (functions.length + definitions.length === 0) return [];
    return [
      {
        isNested: scope !== "",
        enclosing: scopeExpression(scope),
        definitions: inBoostOrder([...functions, ...definitions]).map((each) =>
          definitionView(each, "::boost::python::", module),
        ),
      },
    ];
  });
}
