/** What the templates print of one translation unit's declarations. */
import { enclosingPath } from "../model/boost-definition.js";
import { isFast, withShorterCalls } from "../model/callable.js";
import type { Enumeration } from "../model/declarations.js";
import { knownClasses } from "../model/imported.js";
import { callablesOf, type Module } from "../model/model.js";
import type { CallbackFacts } from "../model/type.js";
import { type CallBodyView, callBodyView, isDeferring } from "./call-body-view.js";
import {
  type ClassView,
  classView,
  definitionView,
  docArgument,
  type OwnerView,
  ownerViews,
} from "./class-view.js";
import type { DefinitionView } from "./definition-view.js";
import { type EntryView, entryViews } from "./fast/entry-view.js";
import { type OverloadSetView, overloadSetView } from "./fast/overload-set-view.js";
import { type IncludeView, includesOf } from "./includes.js";
import { cppString } from "./literals.js";
import { dispatchedByBoost, fastSets, inBoostOrder } from "./overload-order.js";
import { ownerNames } from "./owner-names.js";
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

/** An enumerator. */
interface EnumeratorView {
  /** Its name in Python, quoted for C++. */
  readonly nameLiteral: string;
  /** The C++ enumerator, qualified. */
  readonly cpp: string;
}

/** An enumeration. */
interface EnumerationView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** Its own name, quoted for C++. */
  readonly nameLiteral: string;
  /** The class of Python's module enum that it is derived from; "" for Boost.Python's own. */
  readonly kindLiteral: string;
  /** With the classes around it, as pickle looks for it: "Place.Kind". */
  readonly qualifiedNameLiteral: string;
  /** Its docstring, quoted for C++; "nullptr" where there is none. */
  readonly docLiteral: string;
  /** The C++ enumeration, qualified. */
  readonly cpp: string;
  /** Its docstring as a further C++ argument, with the comma; "" where there is none. */
  readonly doc: string;
  /** Whether it is in a class or submodule. */
  readonly isNested: boolean;
  /** The C++ that reaches the module or class that it is in. */
  readonly enclosing: string;
  /** Whether its values are put beside it too. */
  readonly isExported: boolean;
  /** The enumerators. */
  readonly values: readonly EnumeratorView[];
}

/** What is defined in one module, the module itself or a submodule. */
interface FunctionScopeView {
  /** Whether it is a submodule. */
  readonly isNested: boolean;
  /** The C++ that reaches the module. */
  readonly enclosing: string;
  /** The functions, each overload before those that are tried sooner. */
  readonly definitions: readonly DefinitionView[];
  /** Those that have entries of their own, by name. */
  readonly overloadSets: readonly OverloadSetView[];
}

/** A constant. */
interface ConstantView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** The C++ that reaches the module or class that it is in. */
  readonly enclosing: string;
  /** Its name in Python, quoted for C++. */
  readonly nameLiteral: string;
  /** Its C++ type; "auto" where the spec gives none. */
  readonly type: string;
  /** The C++ expression of its value. */
  readonly cpp: string;
}

/** A translation unit. */
export interface UnitView {
  /** The generator's version. */
  readonly generator: string;
  /** The module's name in Python. */
  readonly name: string;
  /** The path of the module itself, for `#line`, quoted for C++. */
  readonly moduleLogicalPathLiteral: string;
  /** The C++ namespace around everything that is emitted. */
  readonly emittedNamespace: string;
  /** The headers of Boost.Python that the unit needs. */
  readonly boostIncludes: readonly IncludeView[];
  /** One C++ function for each call from Python that the unit takes. */
  readonly callBodies: readonly CallBodyView[];
  /** Where the calls arrive that Boost.Python does not dispatch. */
  readonly entries: readonly EntryView[];
  /** Template arguments: `void(double)`, and the error policy where it is not the usual one. */
  readonly callbacks: readonly string[];
  /** As `callbacks`, of those that Python may leave out. */
  readonly optionalCallbacks: readonly string[];
  /** The callbacks that a std::function handed out by C++ may hold. */
  readonly functionCallbacks: readonly string[];
  /** What C++ gets where Python gives no value. */
  readonly declaredValues: readonly DeclaredValueView[];
  /** The virtual methods that Python classes may override. */
  readonly overridables: readonly OverridableView[];
  /** The C++ classes that lead virtual functions to Python. */
  readonly trampolines: readonly TrampolineView[];
  /** The types that hold an object for Python, where that is more than a pointer. */
  readonly owners: readonly OwnerView[];
  /** Calls that register converters of the runtime headers, without a semicolon. */
  readonly runtimeConverters: readonly string[];
  /** The classes of the unit, bases first. */
  readonly classes: readonly ClassView[];
  /** The enumerations of the unit. */
  readonly enumerations: readonly EnumerationView[];
  /** The constants of the unit. */
  readonly constants: readonly ConstantView[];
  /** The functions of the unit, by the module or submodule that they are in. */
  readonly functionScopes: readonly FunctionScopeView[];
}

/** `unit`: the module with the declarations of the unit alone. */
export function unitView(module: Module, unit: Module, generator: string): UnitView {
  const surroundings = {
    module,
    isDeferring: isDeferring(module),
    owners: ownerNames(knownClasses(module)),
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
    entries: callablesOf(unit)
      .filter(isFast)
      .flatMap((each) => entryViews(each, module)),
    ...callbackViews(module, unit),
    declaredValues: declaredValueViews(unit.declaredValues),
    overridables: overridableViews(unit.classes),
    trampolines: trampolineViews(unit.classes, knownClasses(module)),
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
    const byBoost = dispatchedByBoost([...functions, ...definitions]);
    return [
      {
        isNested: scope !== "",
        enclosing: scopeExpression(scope),
        definitions: inBoostOrder(byBoost).map((each) =>
          definitionView(each, "::boost::python::", module),
        ),
        overloadSets: fastSets(functions).map((overloads) =>
          overloadSetView(overloads, "define_function", scopeExpression(scope)),
        ),
      },
    ];
  });
}
