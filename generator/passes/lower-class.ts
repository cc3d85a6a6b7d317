/** Turns a class of the spec, and what is declared inside it, into classes of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { invariant } from "../diagnostics/invariant.js";
import { didYouMean, slipOf } from "../diagnostics/nearest.js";
import type { Class } from "../model/class.js";
import type { Enumeration } from "../model/declarations.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import { PLAIN_DESTRUCTOR } from "./class-destructors.js";
import { NO_LOCK } from "./class-locks.js";
import { type ClassScope, isOverridable } from "./class-scope.js";
import type { Context } from "./context.js";
import { ambiguity } from "./declared-names.js";
import { checkDeclaredName } from "./lower-callable.js";
import { lowerConstructors } from "./lower-constructors.js";
import { lowerData } from "./lower-data.js";
import { lowerEnumeration } from "./lower-enumeration.js";
import { checkSharedValue } from "./lower-error-policy.js";
import { checkCppType, checkHeldTypes } from "./lower-held-type.js";
import { lowerIndexing } from "./lower-indexing.js";
import { type LoweredMethods, lowerMethods } from "./lower-methods.js";
import { lowerPickling } from "./lower-pickling.js";
import { lowerPresence } from "./lower-presence.js";
import { checkCppName, checkPythonName, fromRoot } from "./names.js";
import { checkGilSpec, type Level } from "./resolve-settings.js";
import { besideSpecialMethods } from "./special-methods.js";
import { findClass, isCopyable, join } from "./type-table.js";

/** A class with all that is nested in it, enclosing before inner. */
export interface LoweredClass {
  readonly classes: readonly Class[];
  readonly enumerations: readonly Enumeration[];
}

/** Where a class is declared. */
export interface Enclosing {
  readonly pythonScope: string;
  readonly cppScope: string;
  readonly logicalScope: string;
  /** The levels around the class, nearest first. */
  readonly levels: readonly Level[];
}

export function lowerClass(
  context: Context,
  spec: ClassSpec,
  path: Path,
  enclosing: Enclosing,
): LoweredClass {
  checkDeclaredName(context, spec.name, spec.cpp, "the class", path, checkPythonName);
  if (spec.cpp !== undefined) checkCppType(context, spec.cpp, "the class", [...path, "cpp"]);
  checkHeldTypes(context, spec, path);
  checkGilSpec(context, spec.gil, [...path, "gil"]);
  const pythonPath = join(enclosing.pythonScope, ".", spec.name);
  const declared = context.types.classes.get(pythonPath);
  invariant(declared !== undefined, `the class ${pythonPath} is not in the table of types`);
  const { cpp, held, pointers } = declared;
  const level: Level = { settings: spec, path, from: `class ${pythonPath}` };
  const inside: ClassScope = {
    spec,
    path,
    pythonPath,
    identifier: context.identifiers.type(pythonPath),
    cpp,
    logicalPath: `${enclosing.logicalScope}/classes/${spec.name}`,
    levels: [level, ...enclosing.levels],
    outerLevels: enclosing.levels,
  };
  lowerPresence(context, spec, path, inside.logicalPath);
  const destructor = context.destructors.get(pythonPath) ?? PLAIN_DESTRUCTOR;
  checkOverrideKeys(context, inside);
  checkSharedValue(context, spec.onError, path, `"${pythonPath}"`);
  const made = lowerConstructors(context, inside);
  const named = joined([
    lowerMethods(context, inside),
    lowerPickling(context, inside),
    lowerIndexing(context, inside),
  ]);
  const data = lowerData(context, inside);
  checkAbstract(context, inside);
  const lowered: Class = {
    name: spec.name,
    pythonPath,
    identifier: inside.identifier,
    scope: enclosing.pythonScope,
    cpp,
    held,
    pointers,
    bases: lowerBases(context, spec, path, enclosing.pythonScope),
    copyable: isCopyable(spec),
    ...(spec.wrapper !== undefined && { wrapper: fromRoot(spec.wrapper) }),
    destructor: destructor.policy,
    destructorBlocks: destructor.blocks,
    lock: context.classLocks.get(pythonPath) ?? NO_LOCK,
    overridable: [],
    constructors: made.constructors,
    methods: named.methods,
    ...besideSpecialMethods(named),
    // A property may be made of methods, which come before it.
    definitions: [...made.definitions, ...named.definitions, ...data.definitions],
    attributes: data.attributes,
    properties: data.properties,
    logicalPath: inside.logicalPath,
    span: context.located.at(...path),
    ...(spec.doc !== undefined && { doc: spec.doc }),
  };
  const within: Enclosing = {
    pythonScope: pythonPath,
    cppScope: cpp,
    logicalScope: inside.logicalPath,
    levels: inside.levels,
  };
  const inner = (spec.classes ?? []).map((each, index) =>
    lowerClass(context, each, [...path, "classes", index], within),
  );
  const enumerations = (spec.enums ?? []).map((each, index) =>
    lowerEnumeration(context, each, [...path, "enums", index], within),
  );
  return {
    classes: [lowered, ...inner.flatMap((each) => each.classes)],
    enumerations: [...enumerations, ...inner.flatMap((each) => each.enumerations)],
  };
}

function joined(all: readonly LoweredMethods[]): LoweredMethods {
  return {
    methods: all.flatMap((each) => each.methods),
    definitions: all.flatMap((each) => each.definitions),
  };
}

function lowerBases(
  context: Context,
  spec: ClassSpec,
  path: Path,
  scope: string,
): readonly string[] {
  return (spec.bases ?? []).flatMap((name, index) => {
    const found = findClass(context.types, name, scope);
    const origin = context.types.imported.origins.get(found?.pythonPath ?? "");
    if (origin !== undefined) context.usedImports.add(origin);
    if (found !== undefined) return [found.pythonPath];
    const span = context.located.at(...path, "bases", index);
    const several = ambiguity(context, name, span);
    if (several !== undefined) {
      context.report(several);
      return [];
    }
    const known = [...context.types.classes.keys(), ...context.types.imported.paths.keys()];
    const place = { span, slip: slipOf(name, known) };
    context.report(diagnose("GB2006", { name, near: didYouMean(name, known) }, place));
    return [];
  });
}

/** C++ makes no object of an abstract class: only its wrapper, or a trampoline, can be made. */
function checkAbstract(context: Context, { spec, path, pythonPath }: ClassScope): void {
  const { located, report } = context;
  if (spec.wrapper !== undefined) {
    checkCppName(context, spec.wrapper, "the wrapper", located.at(...path, "wrapper"));
  }
  if (spec.abstract !== true) return;
  if (spec.copyable === true) {
    report(diagnose("GB4017", { name: pythonPath }, { span: located.at(...path, "copyable") }));
  }
  if (spec.wrapper !== undefined || isOverridable(spec)) return;
  for (const [index, each] of (spec.constructors ?? []).entries()) {
    if (each.factory !== undefined) continue;
    const span = located.at(...path, "constructors", index);
    report(diagnose("GB4023", { name: pythonPath }, { span }));
  }
}

/** What a class says of its overrides reaches its own virtual methods and those of inner classes. */
function checkOverrideKeys(context: Context, { spec, path, pythonPath }: ClassScope): void {
  if (hasOverridable(spec)) return;
  for (const key of ["overrides", "onError"] as const) {
    if (spec[key] === undefined) continue;
    const span = context.located.atKey(path, key);
    context.report(diagnose("GB2018", { key, name: pythonPath }, { span }));
  }
}

function hasOverridable(spec: ClassSpec): boolean {
  return isOverridable(spec) || (spec.classes ?? []).some(hasOverridable);
}
