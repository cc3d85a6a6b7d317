/** What the templates print of one translation unit's declarations. */
import { enclosingPath } from "../model/boost-definition.js";
import { isFast, withShorterCalls } from "../model/callable.js";
import type { Enumeration } from "../model/declarations.js";
import { knownClasses } from "../model/imported.js";
import { callablesOf, type Module } from "../model/model.js";
import { registration } from "../model/runtime-converter.js";
import { type CallbackFacts, partsOf } from "../model/type.js";
import { type CallBodyView, callBodyView } from "./call-body-view.js";
import {
  type ClassView,
  classView,
  definitionView,
  docArgument,
  type OwnerView,
  ownerViews,
} from "./class-view.js";
import { isDeferring } from "./deferring.js";
import type { DefinitionView } from "./definition-view.js";
import { type EntryView, entryView } from "./fast/entry-view.js";
import { type OverloadSetView, overloadSetView } from "./fast/overload-set-view.js";
import { type IncludeView, includesOf } from "./includes.js";
import { lazyList } from "./lazy-list.js";
import { cppString } from "./literals.js";
import { dispatchedByBoost, fastSets, inBoostOrder } from "./overload-order.js";
import { ownerNames } from "./owner-names.js";
import { presenceOf, presenceOfAny } from "./presence.js";
import { nameInModule, scopeExpression } from "./scope-view.js";
import {
  type DeclaredValueView,
  declaredValueViews,
  type OverridableView,
  overridableViews,
  type TrampolineView,
  trampolineViews,
} from "./trampoline-view.js";
import { callbacksReturned, typesNamed } from "./translation-units.js";

/** An enumerator. */
interface EnumeratorView {
  /** Its name in Python, quoted for C++. */
  readonly nameLiteral: string;
  /** The C++ enumerator, qualified. */
  readonly cpp: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
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
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
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
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
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
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A kind of callbacks. */
interface CallbackView {
  /** Template arguments: `void(double)`, and the error policy where it is not the usual one. */
  readonly arguments: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A call that registers a converter of the runtime headers. */
interface RuntimeConverterView {
  /** The call, without a semicolon. */
  readonly statement: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
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
  /** The callbacks that Python gives. */
  readonly callbacks: readonly CallbackView[];
  /** As `callbacks`, of those that Python may leave out. */
  readonly optionalCallbacks: readonly CallbackView[];
  /** The callbacks that a std::function handed out by C++ may hold. */
  readonly functionCallbacks: readonly CallbackView[];
  /** What C++ gets where Python gives no value. */
  readonly declaredValues: readonly DeclaredValueView[];
  /** The virtual methods that Python classes may override. */
  readonly overridables: readonly OverridableView[];
  /** The C++ classes that lead virtual functions to Python. */
  readonly trampolines: readonly TrampolineView[];
  /** The types that hold an object for Python, where that is more than a pointer. */
  readonly owners: readonly OwnerView[];
  /** Calls that register converters of the runtime headers. */
  readonly runtimeConverters: readonly RuntimeConverterView[];
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
    callBodies: lazyList(callablesOf(unit).flatMap(withShorterCalls), (each) =>
      callBodyView(each, surroundings),
    ),
    entries: lazyList(callablesOf(unit).filter(isFast).flatMap(withShorterCalls), (each) =>
      entryView(each, module),
    ),
    ...callbackViews(module, unit),
    declaredValues: declaredValueViews(module, unit.declaredValues),
    overridables: overridableViews(module, unit.classes),
    trampolines: trampolineViews(module, unit.classes, knownClasses(module)),
    owners: ownerViews(module, unit),
    runtimeConverters: runtimeConverterViews(module, unit),
    classes: unit.classes.map((each) => classView(module, each)),
    enumerations: unit.enumerations.map((each) => enumerationView(module, each)),
    constants: unit.constants.map((each) => ({
      logicalPathLiteral: cppString(each.logicalPath),
      enclosing: scopeExpression(each.scope),
      nameLiteral: cppString(each.name),
      type: each.type?.value ?? "auto",
      cpp: each.cpp,
      presence: presenceOf(module, each.logicalPath),
    })),
    functionScopes: functionScopes(module, unit),
  };
}

function callbackViews(module: Module, unit: Module) {
  const optional = callablesOf(unit)
    .flatMap((each) => each.parameters)
    .filter(({ type }) => type.value.startsWith("::gen_bindings::optional_callback<"))
    .flatMap(({ type }) => type.callback ?? []);
  const paths = pathsOfCallbacks(module);
  const views = (all: readonly CallbackFacts[]) =>
    [...new Set(all.map(callbackArguments))].map((each) => ({
      arguments: each,
      presence: presenceOfAny(module, paths.get(each) ?? [module.name]),
    }));
  return {
    callbacks: views(unit.callbacks),
    optionalCallbacks: views(optional),
    functionCallbacks: views(callbacksReturned(module, unit)),
  };
}

/** The logical paths of the entries that name a kind of callbacks. */
function pathsOfCallbacks(module: Module): ReadonlyMap<string, readonly string[]> {
  if (module.presences.size === 0) return new Map();
  const paths = new Map<string, string[]>();
  for (const { type, logicalPath } of [...module.types, ...typesNamed(module)]) {
    if (type.callback === undefined) continue;
    const kind = callbackArguments(type.callback);
    paths.set(kind, [...(paths.get(kind) ?? []), logicalPath]);
  }
  return paths;
}

/** What some entries of the unit need alone is there where any of them is. */
function runtimeConverterViews(module: Module, unit: Module): readonly RuntimeConverterView[] {
  const users = new Map<string, string[]>();
  if (module.presences.size > 0) {
    for (const { type, logicalPath } of typesNamed(unit)) {
      for (const each of partsOf(type).map(registration)) {
        if (each !== undefined) users.set(each, [...(users.get(each) ?? []), logicalPath]);
      }
    }
  }
  return unit.runtimeConverters.map((statement) => ({
    statement,
    presence: presenceOfAny(module, users.get(statement) ?? [module.name]),
  }));
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
    values: each.values.map(({ name, cpp, logicalPath }) => ({
      nameLiteral: cppString(name),
      cpp,
      presence: presenceOf(module, logicalPath),
    })),
    presence: presenceOf(module, each.logicalPath),
  };
}

function functionScopes(module: Module, unit: Module): readonly FunctionScopeView[] {
  const main = { pythonPath: "", logicalPath: module.name };
  return [main, ...module.submodules].flatMap(({ pythonPath: scope, logicalPath }) => {
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
        definitions: lazyList(inBoostOrder(byBoost), (each) =>
          definitionView(each, "::boost::python::", module),
        ),
        overloadSets: lazyList(fastSets(functions), (overloads) =>
          overloadSetView(module, overloads, "define_function", scopeExpression(scope)),
        ),
        presence: presenceOf(module, logicalPath),
      },
    ];
  });
}
