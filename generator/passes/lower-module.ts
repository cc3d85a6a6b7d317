/** Turns a located spec into the module of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/nearest.js";
import type {
  Callable,
  Constant,
  ConverterRegistration,
  DeclaredValue,
  ExceptionModel,
  Module,
} from "../model/model.js";
import type { CallbackFacts } from "../model/type.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { callOf, checkDeclaredName, lowerCallable } from "./lower-callable.js";
import { type Enclosing, lowerClass } from "./lower-class.js";
import { lowerEnumeration } from "./lower-enumeration.js";
import { checkSharedValue, checkValue, declaredValue, errorClass } from "./lower-error-policy.js";
import { valuesOfOverrides } from "./lower-overriding.js";
import { lowerResult } from "./lower-result.js";
import { checkCppName, checkPythonName, fromRoot, isQualifiedName } from "./names.js";
import { overloadNumbers } from "./overload-numbers.js";
import { checkGilSpec, type Level } from "./resolve-settings.js";
import { checkTypeText, resolveSignature } from "./resolve-type.js";
import { cppNameOf, join } from "./type-table.js";
import { BUILTIN_EXCEPTIONS } from "./words.js";

export function lowerModule(context: Context): Module {
  const { spec, at } = context.located;
  const { name, namespace } = spec.module;
  checkPythonName(context, name, "the module", at("module", "name"));
  if (namespace !== undefined)
    checkCppName(context, namespace, "the namespace", at("module", "namespace"));
  checkBuildTexts(context);
  checkGilSpec(context, spec.defaults?.gil, ["defaults", "gil"]);
  checkSharedValue(context, spec.defaults?.onError, ["defaults"], "the module's defaults");

  const levels: readonly Level[] =
    spec.defaults === undefined
      ? []
      : [{ settings: spec.defaults, path: ["defaults"], from: "the module's defaults" }];
  const enclosing: Enclosing = {
    pythonScope: "",
    cppScope: namespace ?? "",
    logicalScope: name,
    levels,
  };
  const callbackTypes = lowerTypes(context);
  const classes = (spec.classes ?? []).map((each, index) =>
    lowerClass(context, each, ["classes", index], enclosing),
  );
  const enumerations = (spec.enums ?? []).map((each, index) =>
    lowerEnumeration(context, each, ["enums", index], enclosing),
  );
  const functions = lowerFunctions(context, levels);
  const lowered = classes.flatMap((each) => each.classes);
  const constants = lowerConstants(context);
  const doc = docstring(spec.module.doc, constants);
  const callables = [
    ...functions,
    ...lowered.flatMap((each) => [
      ...each.constructors,
      ...each.methods,
      ...each.properties.flatMap(({ get, set }) => (set === undefined ? [get] : [get, set])),
    ]),
  ];
  return {
    name,
    headers: spec.module.headers ?? [],
    link: spec.module.link ?? [],
    callbacks: distinctCallbacks([...callbackTypes.callbacks, ...callables.flatMap(callbacksOf)]),
    declaredValues: [...callbackTypes.values, ...valuesOfOverrides(callables)],
    converters: lowerConverters(context),
    exceptions: lowerExceptions(context),
    classes: lowered,
    enumerations: [...enumerations, ...classes.flatMap((each) => each.enumerations)],
    constants,
    functions,
    definitions: [],
    span: at("module"),
    ...(doc !== undefined && { doc }),
  };
}

function lowerFunctions(context: Context, levels: readonly Level[]): readonly Callable[] {
  const { spec } = context.located;
  const module = spec.module.name;
  const functions = spec.functions ?? [];
  const numbers = overloadNumbers(functions.map((each) => each.name));
  return functions.map((each, index) => {
    const path = ["functions", index] as const;
    const id = `${each.name}${numbers[index]}`;
    const target = each.steps === undefined ? each.cpp : "";
    checkDeclaredName(context, each.name, target, "the function", path, checkPythonName);
    return lowerCallable(context, {
      kind: "function",
      name: each.name,
      what: "this function",
      pythonPath: each.name,
      id,
      logicalPath: `${module}/functions/${id}`,
      scope: "",
      path,
      target: each.cpp === undefined ? "name" : "cpp",
      levels: [{ settings: each, path, from: "this function" }, ...levels],
      spec: each,
      result: lowerResult(context, {
        text: each.returns,
        path,
        scope: "",
        name: each.name,
        policy: each.policy,
      }),
      invoke: (names, guarded) =>
        callOf(each.cpp ?? join(spec.module.namespace ?? "", "::", each.name), names, guarded),
    });
  });
}

/** The callbacks that a callable takes or returns. */
function callbacksOf({ parameters, result }: Callable): readonly CallbackFacts[] {
  const returned = result === "deduced" ? undefined : result.callback;
  return [...parameters.map((each) => each.type.callback), returned].filter(
    (each) => each !== undefined,
  );
}

function distinctCallbacks(all: readonly CallbackFacts[]): readonly CallbackFacts[] {
  const byClass = new Map(all.map((each) => [`${each.signature}, ${each.errorClass}`, each]));
  return [...byClass.values()];
}

interface DeclaredCallbacks {
  readonly callbacks: readonly CallbackFacts[];
  readonly values: readonly DeclaredValue[];
}

/** Checks each entry of `types`; returns the callbacks. */
function lowerTypes(context: Context): DeclaredCallbacks {
  const { at, atKey } = context.located;
  const callbacks: CallbackFacts[] = [];
  const values: DeclaredValue[] = [];
  for (const [name, each] of typesByName(context)) {
    const span = atKey(["types"], name);
    checkPythonName(context, name, "the type", span);
    const { classes, enumerations } = context.types;
    if (classes.has(name) || enumerations.has(name)) {
      const second = classes.has(name) ? "a class" : "an enumeration";
      context.report(diagnose("GB2004", { name, first: "a type", second }, { span }));
    }
    if ((each.callback === undefined) === (each.cpp === undefined)) {
      context.report(diagnose("GB2014", { name }, { span }));
    }
    if (each.cpp !== undefined) checkTypeText(context, each.cpp, at("types", name, "cpp"));
    if (each.callback === undefined) {
      for (const key of ["onError", "thread", "kept"] as const) {
        if (each[key] === undefined) continue;
        context.report(diagnose("GB2018", { key, name }, { span: atKey(["types", name], key) }));
      }
      continue;
    }
    const signature = resolveSignature(context, each.callback, at("types", name, "callback"));
    const declared = context.types.callbacks.get(name);
    if (signature === undefined || declared === undefined) continue;
    const { onError, thread, isKept } = declared;
    const identifier = `type_${name}`;
    const result = signature.slice(0, signature.indexOf("("));
    checkValue(context, each.onError, { cpp: result }, ["types", name], name);
    const logicalPath = `${context.located.spec.module.name}/types/${name}`;
    callbacks.push({
      signature,
      onError,
      errorClass: errorClass(onError, identifier),
      thread,
      isKept,
    });
    values.push(
      ...declaredValue(onError, identifier, result, logicalPath, at("types", name, "onError")),
    );
  }
  return { callbacks, values };
}

/** In the order of their names: `types` is a map, whose order in the file means nothing. */
function typesByName({ located }: Context) {
  return Object.entries(located.spec.types ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Several types may name one function, which is called once. */
function lowerConverters(context: Context): readonly ConverterRegistration[] {
  const { spec, at } = context.located;
  const seen = new Set<string>();
  return typesByName(context).flatMap(([name, each]) => {
    if (each.converters === undefined || seen.has(fromRoot(each.converters))) return [];
    seen.add(fromRoot(each.converters));
    const span = at("types", name, "converters");
    checkCppName(context, each.converters, "the function", span);
    const logicalPath = `${spec.module.name}/types/${name}/converters`;
    return [{ function: fromRoot(each.converters), logicalPath, span }];
  });
}

function lowerExceptions(context: Context): readonly ExceptionModel[] {
  const { spec, at } = context.located;
  const exceptions = spec.exceptions ?? [];
  const declared = exceptions.map((each) => each.name);
  return exceptions.map((each, index) => {
    const path = ["exceptions", index] as const;
    checkDeclaredName(context, each.name, each.cpp, "the exception", path, checkPythonName);
    if (each.cpp !== undefined)
      checkCppName(context, each.cpp, "the exception", at(...path, "cpp"));
    const base = each.base ?? "Exception";
    const builtin = !declared.includes(base);
    if (builtin && !BUILTIN_EXCEPTIONS.has(base)) {
      const near = didYouMean(base, [...declared, ...BUILTIN_EXCEPTIONS]);
      context.report(diagnose("GB2010", { name: base, near }, { span: at(...path, "base") }));
    }
    return {
      name: each.name,
      cpp: cppNameOf(each, spec.module.namespace ?? ""),
      base: { name: base, builtin },
      logicalPath: `${spec.module.name}/exceptions/${each.name}`,
      span: at(...path),
      ...(each.doc !== undefined && { doc: each.doc }),
    };
  });
}

function lowerConstants(context: Context): readonly Constant[] {
  const { spec, at } = context.located;
  return (spec.constants ?? []).map((each, index) => {
    const path = ["constants", index] as const;
    checkDeclaredName(context, each.name, each.cpp, "the constant", path, checkPythonName);
    const named = each.cpp === undefined || isQualifiedName(each.cpp);
    return {
      name: each.name,
      cpp: named ? cppNameOf(each, spec.module.namespace ?? "") : (each.cpp ?? ""),
      logicalPath: `${spec.module.name}/constants/${each.name}`,
      span: at(...path),
      ...(each.doc !== undefined && { doc: each.doc }),
    };
  });
}

/** Texts that end up in `#include` lines and in CMake. */
function checkBuildTexts(context: Context): void {
  const { headers, sources, includeDirs, link } = context.located.spec.module;
  const path = "a path is made of letters, digits, blanks and . _ + - / without a leading -";
  const forms = [
    {
      key: "headers",
      texts: headers,
      what: "a header",
      form: /^(?:<[\w.+/-]+>|\w[\w .+/-]*|\.\.?\/[\w .+/-]+)$/,
      allowed: path,
    },
    { key: "sources", texts: sources, what: "a source", form: /^[\w./][\w .+/-]*$/, allowed: path },
    {
      key: "includeDirs",
      texts: includeDirs,
      what: "an include folder",
      form: /^[\w./][\w .+/-]*$/,
      allowed: path,
    },
    {
      key: "link",
      texts: link,
      what: "a library",
      form: /^[\w./][\w.+:/-]*$/,
      allowed: "a library is a name, a path or a CMake target such as acme::engine",
    },
  ] as const;
  for (const { key, texts, what, form, allowed } of forms) {
    for (const [index, text] of (texts ?? []).entries()) {
      if (form.test(text)) continue;
      const span = context.located.at("module", key, index);
      context.report(diagnose("GB2009", { text, what, allowed }, { span }));
    }
  }
}
