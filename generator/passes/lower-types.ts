/** Checks each entry of `types`, and finds what has to be registered for it. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { DeclaredValue } from "../model/callable.js";
import type { OpaqueType } from "../model/declarations.js";
import type { ImportedSpec } from "../model/imported.js";
import type { CallbackFacts, NamedType } from "../model/type.js";
import type { Context } from "./context.js";
import { checkValue, declaredValue, errorClass } from "./lower-error-policy.js";
import { checkCppType } from "./lower-held-type.js";
import { lowerPresence } from "./lower-presence.js";
import { checkPythonName, fromRoot } from "./names.js";
import { checkAnnotation, checkTypeText, resolveSignature, resolveType } from "./resolve-type.js";
import { countingNoUse } from "./resolved-once.js";

/** What registers converters, of which a callback has its own. */
const CONVERTER_KEYS = ["converters", "toPython", "fromPython", "lvalue"] as const;

interface DeclaredTypes {
  readonly types: readonly NamedType[];
  readonly callbacks: readonly CallbackFacts[];
  readonly values: readonly DeclaredValue[];
}

/** Checks each entry of `types`; returns what they are, and the callbacks. */
export function lowerTypes(context: Context): DeclaredTypes {
  const { at, atKey } = context.located;
  const callbacks: CallbackFacts[] = [];
  const values: DeclaredValue[] = [];
  const types: NamedType[] = [];
  for (const [name, each] of typesByName(context)) {
    const span = atKey(["types"], name);
    const logicalPath = `${context.located.spec.module.name}/types/${name}`;
    lowerPresence(context, each, ["types", name], logicalPath);
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
    checkAnnotation(context, each.python, at("types", name, "python"));
    checkImportedName(context, name, span);
    if (context.types.callbacks.has(name) || context.types.externals.has(name)) {
      const type = resolveType(countingNoUse(context), name, span, "");
      types.push({ name, type, logicalPath, span });
    }
    if (each.callback === undefined) {
      for (const key of ["onError", "thread", "kept"] as const) {
        if (each[key] === undefined) continue;
        context.report(diagnose("GB2018", { key, name }, { span: atKey(["types", name], key) }));
      }
      continue;
    }
    for (const key of CONVERTER_KEYS) {
      if (each[key] === undefined) continue;
      context.report(diagnose("GB2062", { key, name }, { span: atKey(["types", name], key) }));
    }
    const signature = resolveSignature(context, each.callback, at("types", name, "callback"));
    const declared = context.types.callbacks.get(name);
    if (signature === undefined || declared === undefined) continue;
    const { onError, thread, isKept } = declared;
    const identifier = `type_${name}`;
    const result = signature.slice(0, signature.indexOf("("));
    checkValue(context, each.onError, { cpp: result }, ["types", name], name);
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
  return { types, callbacks, values };
}

/** An entry of an imported spec has the name alone. */
function checkImportedName({ types, report }: Context, name: string, span: Span): void {
  const origin = types.imported.origins.get(name);
  const first = origin?.types.find((each) => each.name === name);
  if (first === undefined) return;
  const given = { name, what: "the type", owner: ownerOf(origin) };
  const related = [{ message: "declared here", span: first.span }];
  report(diagnose("GB2103", given, { span, related }));
}

/** For people: `the module "base"`. */
export function ownerOf(imported: ImportedSpec | undefined): string {
  const name = imported?.module;
  return name === undefined ? "an imported table of types" : `the module "${name}"`;
}

/** In the order of their names: `types` is a map, whose order in the file means nothing. */
export function typesByName({ located }: Context) {
  return Object.entries(located.spec.types ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Those that C++ need not know more of than the name. */
export function lowerOpaqueTypes(context: Context): readonly OpaqueType[] {
  const { spec, at, atKey } = context.located;
  return typesByName(context).flatMap(([name, { cpp, opaque, converters }]) => {
    if (opaque !== true || cpp === undefined) return [];
    checkCppType(context, cpp, "the opaque type", ["types", name, "cpp"]);
    if (converters !== undefined) {
      const span = atKey(["types", name], "converters");
      context.report(diagnose("GB2026", { name }, { span }));
    }
    const logicalPath = `${spec.module.name}/types/${name}`;
    return [{ cpp: fromRoot(cpp), logicalPath, span: at("types", name) }];
  });
}
