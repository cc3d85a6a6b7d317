/** Turns a located spec into the module of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Callable } from "../model/callable.js";
import type { ConverterRegistration, Header, OpaqueType } from "../model/declarations.js";
import type { ImportedSpec } from "../model/imported.js";
import { callablesOf, type Module } from "../model/model.js";
import type { CallbackFacts } from "../model/type.js";
import { checkBuildTexts } from "./check-build-texts.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { lowerCode } from "./lower-code.js";
import { lowerContents } from "./lower-contents.js";
import { lowerConversions, lowerConverters } from "./lower-converters.js";
import { checkSharedValue } from "./lower-error-policy.js";
import { lowerLimits } from "./lower-limits.js";
import { valuesOfOverrides } from "./lower-overriding.js";
import { lowerOpaqueTypes, lowerTypes } from "./lower-types.js";
import { moduleScopes } from "./module-scopes.js";
import { checkCppName, checkPythonName } from "./names.js";
import { checkGilSpec, type Level, resolveDocstrings } from "./resolve-settings.js";

/** What is imported by name in the folder of the generated tests, which Python searches first. */
const NAMES_OF_TESTS = ["conftest", "pytest", "support", "test_examples", "test_gil_policies"];

export function lowerModule(context: Context, imports: readonly ImportedSpec[]): Module {
  const { spec, at } = context.located;
  const { name, namespace } = spec.module;
  checkPythonName(context, name, "the module", at("module", "name"));
  if (NAMES_OF_TESTS.includes(name)) {
    const all = NAMES_OF_TESTS.join(", ");
    context.report(diagnose("GB2028", { name, all }, { span: at("module", "name") }));
  }
  if (namespace !== undefined)
    checkCppName(context, namespace, "the namespace", at("module", "namespace"));
  checkBuildTexts(context);
  checkGilSpec(context, spec.defaults?.gil, ["defaults", "gil"]);
  checkSharedValue(context, spec.defaults?.onError, ["defaults"], "the module's defaults");

  const levels: readonly Level[] =
    spec.defaults === undefined
      ? []
      : [{ settings: spec.defaults, path: ["defaults"], from: "the module's defaults" }];
  const callbackTypes = lowerTypes(context);
  const scopes = moduleScopes(spec).map((each) => lowerContents(context, each, levels));
  const declared = {
    submodules: scopes.flatMap((each) => each.submodules),
    exceptions: scopes.flatMap((each) => each.exceptions),
    classes: scopes.flatMap((each) => each.classes),
    enumerations: scopes.flatMap((each) => each.enumerations),
    constants: scopes.flatMap((each) => each.constants),
    functions: scopes.flatMap((each) => each.functions),
    definitions: scopes.flatMap((each) => each.definitions),
  };
  const callables = callablesOf(declared);
  const doc = docstring(
    spec.module.doc,
    declared.constants.filter((each) => each.scope === ""),
  );
  const headers = (spec.module.headers ?? []).map((header, index) => ({
    name: header,
    logicalPath: `${name}/module/headers/${index + 1}`,
    span: at("module", "headers", index),
  }));
  return {
    name,
    imports,
    types: callbackTypes.types,
    docstrings: resolveDocstrings(levels),
    headers: distinctHeaders([...imports.flatMap((each) => each.headers), ...headers]),
    link: [...new Set([...imports.flatMap((each) => each.link), ...(spec.module.link ?? [])])],
    callbacks: distinctCallbacks([...callbackTypes.callbacks, ...callables.flatMap(callbacksOf)]),
    declaredValues: [...callbackTypes.values, ...valuesOfOverrides(callables)],
    converters: [...convertersOfTables(imports), ...lowerConverters(context)],
    conversions: lowerConversions(context),
    opaqueTypes: distinctTypes([
      ...imports.flatMap((each) => each.opaqueTypes),
      ...lowerOpaqueTypes(context),
    ]),
    usesNumpy: spec.module.numpy ?? false,
    limits: lowerLimits(context),
    // Whatever names a type has been lowered above.
    runtimeConverters: [...context.runtimeConverters],
    ...declared,
    code: lowerCode(context),
    // Whatever may ask for something has been lowered above.
    presences: new Map([...imports.flatMap((each) => [...each.presences]), ...context.presences]),
    span: at("module"),
    ...(doc !== undefined && { doc }),
  };
}

/** The callbacks that a callable takes or returns. */
function callbacksOf({ parameters, result }: Callable): readonly CallbackFacts[] {
  const returned = result === "deduced" ? undefined : result.callback;
  return [...parameters.map((each) => each.type.callback), returned].filter(
    (each) => each !== undefined,
  );
}

/** Those of imported tables of types, unless an imported module registers them before. */
function convertersOfTables(imports: readonly ImportedSpec[]): readonly ConverterRegistration[] {
  const of = (isModule: boolean) =>
    imports
      .filter(({ module }) => (module !== undefined) === isModule)
      .flatMap((each) => each.converters);
  const registered = new Set(of(true));
  return of(false).filter((each) => !registered.has(each));
}

/** What both include is included once, where it is needed first. */
function distinctHeaders(all: readonly Header[]): readonly Header[] {
  return all.filter(({ name }, index) => all.findIndex((each) => each.name === name) === index);
}

function distinctTypes(all: readonly OpaqueType[]): readonly OpaqueType[] {
  return all.filter(({ cpp }, index) => all.findIndex((each) => each.cpp === cpp) === index);
}

function distinctCallbacks(all: readonly CallbackFacts[]): readonly CallbackFacts[] {
  const byClass = new Map(all.map((each) => [`${each.signature}, ${each.errorClass}`, each]));
  return [...byClass.values()];
}
