/** What the templates of a module print. A view arranges what the passes have computed. */

import { isFast } from "../model/callable.js";
import { limitDefinitions } from "../model/compile-definitions.js";
import { compiledOutputs, shardNames } from "../model/compiled-outputs.js";
import type { ConverterRegistration } from "../model/declarations.js";
import { callablesOf, type Module } from "../model/model.js";
import { type CodeView, codeViews } from "./code-view.js";
import { docstringArguments } from "./docstrings-view.js";
import {
  type ExceptionClassView,
  type ExceptionView,
  exceptionViews,
  type ImportedExceptionView,
} from "./exception-view.js";
import { type IncludeView, includesOf, type UserIncludeView } from "./includes.js";
import { cppString } from "./literals.js";
import {
  type ComparedMacroView,
  comparedMacroViews,
  type PresenceConditionView,
  presenceConditionViews,
  presenceOf,
} from "./presence.js";
import { isFunctionsAlone } from "./runtime-headers.js";
import { type SubmoduleView, submoduleViews } from "./scope-view.js";
import { stubPath } from "./stub/stub-view.js";
import { type ModuleTestsView, testsView } from "./tests-view.js";
import { type UnitView, unitView } from "./unit-view.js";

/** A statement that registers a converter. */
interface RegistrationView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** The call, without a semicolon. */
  readonly statement: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A C++ type of which Python sees nothing but pointers. */
interface OpaqueTypeView {
  /** The C++ type. */
  readonly cpp: string;
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** What an entry and its shards include, and what stands at namespace level for all of them. */
interface SharedView {
  /** The headers of the C++ standard library that it needs. */
  readonly standardIncludes: readonly IncludeView[];
  /** The headers that the spec names. */
  readonly userIncludes: readonly UserIncludeView[];
  /** Whether NumPy is used. */
  readonly usesNumpy: boolean;
  /** Whether it is functions over numbers and text, and nothing else, with entries of their own. */
  readonly isFunctionsAlone: boolean;
  /** Whether anything has an entry of its own, in place of Boost.Python's dispatch. */
  readonly usesFast: boolean;
  /** The types of opaque pointers. */
  readonly opaqueTypes: readonly OpaqueTypeView[];
  /** The user's C++ for file scope. */
  readonly namespaceCode: readonly CodeView[];
  /** The macros that entries compare with numbers. */
  readonly comparedMacros: readonly ComparedMacroView[];
}

/** A module: what every file is printed of that has no placeholder in its name. */
export interface ModuleView extends UnitView, SharedView {
  /** The name, quoted for C++. */
  readonly nameLiteral: string;
  /** The modules that Python imports before this one, each quoted for C++. */
  readonly importedModules: readonly string[];
  /** The module's docstring, quoted for C++; "" where there is none. */
  readonly docLiteral: string;
  /** The arguments of `boost::python::docstring_options`. */
  readonly docstrings: string;
  /** What is compiled beside the user's sources, as paths in the output folder. */
  readonly compiled: readonly string[];
  /** The objects of the shards beside the entry; none where the entry is all there is. */
  readonly shards: readonly string[];
  /** What the shards share, as it is included. */
  readonly sharedHeader: string;
  /** The user's C++ sources, as paths in the output folder. */
  readonly sources: readonly string[];
  /** The user's include folders, as paths in the output folder. */
  readonly includeDirs: readonly string[];
  /** What the module is linked with, as CMake names it. */
  readonly link: readonly string[];
  /** Macros that the limits of the spec stand for, `NAME=value`. */
  readonly limitDefinitions: readonly string[];
  /** The stubs, as paths in the output folder. */
  readonly stubs: readonly string[];
  /** Whether a call body may raise by itself. */
  readonly isRaising: boolean;
  /** The converters of the spec's types. */
  readonly converters: readonly RegistrationView[];
  /** The implicit conversions of the spec. */
  readonly conversions: readonly RegistrationView[];
  /** The submodules, outer ones first. */
  readonly submodules: readonly SubmoduleView[];
  /** The exceptions of other modules that it names. */
  readonly importedExceptions: readonly ImportedExceptionView[];
  /** The exceptions that the module makes. */
  readonly exceptionClasses: readonly ExceptionClassView[];
  /** The C++ exceptions that Python gets as its own; the one tried first comes last. */
  readonly exceptions: readonly ExceptionView[];
  /** The user's C++ that runs as the module is initialised. */
  readonly moduleCode: readonly CodeView[];
  /** What entries ask of macros, for the emitted tests. */
  readonly conditions: readonly PresenceConditionView[];
  /** What the emitted tests print. */
  readonly tests: ModuleTestsView;
}

/** What the module's own project needs to know of the user's files, and of this program. */
export interface RenderFacts {
  /** The generator's version. */
  readonly generator: string;
  /** The user's sources and include folders, as paths in the output folder. */
  readonly sources: readonly string[];
  readonly includeDirs: readonly string[];
  /** The number of translation units that the declarations go to. */
  readonly shards: number;
}

/**
 * @param entry the module with the declarations of its entry alone
 * @param hasOwnTemplates whether templates of the user's print some of it
 */
export function moduleView(
  module: Module,
  entry: Module,
  facts: RenderFacts,
  hasOwnTemplates: boolean,
): ModuleView {
  const hasFunctionsAlone = facts.shards === 1 && isFunctionsAlone(module, hasOwnTemplates);
  const { boostIncludes, standardIncludes, userIncludes } = includesOf(entry);
  return {
    ...unitView(module, entry, facts.generator),
    nameLiteral: cppString(module.name),
    importedModules: module.imports.flatMap(({ module: name }) =>
      name === undefined ? [] : [cppString(name)],
    ),
    docLiteral: module.doc === undefined ? "" : cppString(module.doc),
    docstrings: docstringArguments(module.docstrings),
    boostIncludes: hasFunctionsAlone ? [] : boostIncludes,
    standardIncludes,
    userIncludes,
    isFunctionsAlone: hasFunctionsAlone,
    compiled: compiledOutputs(facts.shards),
    shards: shardNames(facts.shards).map((name) => `gen_bindings_${name}`),
    sharedHeader: `${sharedFolder(module)}/shared.hpp`,
    sources: facts.sources,
    includeDirs: facts.includeDirs,
    link: module.link,
    usesNumpy: module.usesNumpy,
    usesFast: usesFast(module),
    limitDefinitions: limitDefinitions(module),
    stubs: ["", ...module.submodules.map((each) => each.pythonPath)].map(
      (scope) => `${stubPath(module, scope)}.pyi`,
    ),
    // The entry does not depend on what its shards do.
    isRaising: facts.shards > 1 || isRaising(module),
    converters: module.converters.map((each) => registrationView(module, each)),
    conversions: module.conversions.map((each) => registrationView(module, each)),
    opaqueTypes: module.opaqueTypes.map(({ cpp, logicalPath }) => ({
      cpp,
      logicalPathLiteral: cppString(logicalPath),
      presence: presenceOf(module, logicalPath),
    })),
    submodules: submoduleViews(module),
    ...exceptionViews(module),
    namespaceCode: codeViews(module, ({ at }) => at === "namespace"),
    moduleCode: codeViews(module, ({ at }) => at === "module"),
    comparedMacros: comparedMacroViews(module),
    conditions: presenceConditionViews(module),
    tests: testsView(module),
  };
}

/** Among the include folders of the user's there is none of this name. */
function sharedFolder({ name }: Module): string {
  return `gen_bindings_${name}`;
}

/** The parts of kind `shared_header`: the one folder that it is in, where there are shards. */
export function sharedHeaderViews(
  module: Module,
  view: ModuleView,
): readonly { readonly path: string; readonly view: ModuleView }[] {
  return view.shards.length === 0 ? [] : [{ path: sharedFolder(module), view }];
}

/** Bytes raise where their number does not fit what C++ counts with. */
function isRaising(module: Module): boolean {
  const hasBytes = module.runtimeConverters.includes("::gen_bindings::register_bytes()");
  return hasBytes || callablesOf(module).some((each) => each.adapter?.failure !== undefined);
}

/** Attributes have no call body, and entries in the runtime headers. */
function usesFast(module: Module): boolean {
  const attributes = module.classes.flatMap((each) => each.attributes);
  return (
    callablesOf(module).some(isFast) || attributes.some(({ dispatch }) => dispatch.value === "fast")
  );
}

function registrationView(
  module: Module,
  { statement, logicalPath }: ConverterRegistration,
): RegistrationView {
  const presence = presenceOf(module, logicalPath);
  return { statement, logicalPathLiteral: cppString(logicalPath), presence };
}
