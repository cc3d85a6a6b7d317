/** Turns a class of the spec, and what is declared inside it, into classes of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { invariant } from "../diagnostics/invariant.js";
import { didYouMean } from "../diagnostics/nearest.js";
import type { Callable, Class, Enumeration, HeldType } from "../model/model.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import { PLAIN_DESTRUCTOR } from "./class-destructors.js";
import { NO_LOCK } from "./class-locks.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import {
  type CallableSource,
  callOf,
  checkDeclaredName,
  GUARD,
  lowerCallable,
  memberCallOf,
} from "./lower-callable.js";
import { lowerData } from "./lower-data.js";
import { lowerEnumeration } from "./lower-enumeration.js";
import { checkSharedValue } from "./lower-error-policy.js";
import { checkCppType, checkHeldTypes } from "./lower-held-type.js";
import { lowerIteratorMethod } from "./lower-iterator.js";
import { lowerOverriding } from "./lower-overriding.js";
import { lowerResult } from "./lower-result.js";
import { checkPythonName, isIdentifier } from "./names.js";
import { overloadNumbers } from "./overload-numbers.js";
import { checkGilSpec, type Level } from "./resolve-settings.js";
import { findClass, join } from "./type-table.js";

type MethodSpec = NonNullable<ClassSpec["methods"]>[number];

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
  const destructor = context.destructors.get(pythonPath) ?? PLAIN_DESTRUCTOR;
  checkOverrideKeys(context, inside);
  checkSharedValue(context, spec.onError, path, `"${pythonPath}"`);
  const lowered: Class = {
    name: spec.name,
    pythonPath,
    identifier: inside.identifier,
    scope: enclosing.pythonScope,
    cpp,
    held,
    pointers: pointers.map((each) => each.cpp),
    bases: lowerBases(context, spec, path, enclosing.pythonScope),
    copyable: spec.copyable ?? true,
    destructor: destructor.policy,
    destructorBlocks: destructor.blocks,
    lock: context.classLocks.get(pythonPath) ?? NO_LOCK,
    overridable: [],
    constructors: lowerConstructors(context, inside),
    ...lowerMethods(context, inside),
    ...lowerData(context, inside),
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

function lowerBases(
  context: Context,
  spec: ClassSpec,
  path: Path,
  scope: string,
): readonly string[] {
  return (spec.bases ?? []).flatMap((name, index) => {
    const found = findClass(context.types, name, scope);
    if (found !== undefined) return [found.pythonPath];
    const near = didYouMean(name, [...context.types.classes.keys()]);
    context.report(
      diagnose("GB2006", { name, near }, { span: context.located.at(...path, "bases", index) }),
    );
    return [];
  });
}

function lowerConstructors(context: Context, inside: ClassScope): readonly Callable[] {
  const { spec, path, pythonPath, cpp } = inside;
  const numbers = overloadNumbers((spec.constructors ?? []).map(() => "__init__"));
  const held = context.types.classes.get(pythonPath)?.held ?? { form: "value" };
  const owner = ownerOf(context, inside);
  const result: ResolvedType = {
    kind: "shared-pointer",
    cpp: owner ?? pointerMade(held, cpp),
    value: cpp,
    python: pythonPath,
    indirection: "value",
    ownsPython: false,
    className: pythonPath,
  };
  const made = isOverridable(spec) ? `gen_bindings_trampoline_${inside.identifier}` : cpp;
  return (spec.constructors ?? []).map((each, index) => {
    const at = [...path, "constructors", index] as const;
    const { factory } = each;
    return lowerCallable(context, {
      kind: "constructor",
      name: "__init__",
      what: "this constructor",
      pythonPath,
      id: `${pythonPath}.__init__${numbers[index]}`,
      logicalPath: `${inside.logicalPath}/constructors/${index + 1}`,
      scope: pythonPath,
      path: at,
      target: "factory",
      levels: [{ settings: each, path: at, from: "this constructor" }, ...inside.levels],
      spec: each,
      result: factory === undefined ? result : "deduced",
      invoke: (names, guarded) => {
        if (factory !== undefined) return ownedBy(owner, callOf(factory, names, guarded));
        const list = `(${[...(guarded ? [GUARD] : []), ...names].join(", ")})`;
        return owner === undefined ? newObject(held, cpp, list) : `${owner}{new ${made}${list}}`;
      },
    });
  });
}

const MAKERS: Readonly<Record<string, string>> = {
  "std::shared_ptr": "std::make_shared",
  "boost::shared_ptr": "boost::make_shared",
};

/** What a constructor's body returns. Boost.Python takes a plain pointer over, by std::unique_ptr. */
function pointerMade(held: HeldType, className: string): string {
  return held.form === "value" || held.template === "std::unique_ptr" ? `${className}*` : held.cpp;
}

function newObject(held: HeldType, className: string, list: string): string {
  const made = `new ${className}${list}`;
  if (held.form === "value" || held.template === "std::unique_ptr") return made;
  const maker = MAKERS[held.template ?? ""];
  return maker === undefined ? `${held.cpp}(${made})` : `::${maker}<${className}>${list}`;
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

function isOverridable(spec: ClassSpec): boolean {
  return (spec.methods ?? []).some((each) => each.virtual !== undefined);
}

/** The emitted name of the class's owner, where Python holds more than a pointer. */
function ownerOf(
  { destructors }: Context,
  { spec, identifier, pythonPath }: ClassScope,
): string | undefined {
  const isReleased = destructors.get(pythonPath)?.policy.value === "release";
  const isPlain = !isOverridable(spec) && !isReleased;
  return isPlain ? undefined : `gen_bindings_owner_${identifier}`;
}

function ownedBy(owner: string | undefined, expression: string): string {
  return owner === undefined ? expression : `${owner}{${expression}}`;
}

function lowerMethods(
  context: Context,
  inside: ClassScope,
): Pick<Class, "methods" | "definitions"> {
  const { spec, path, pythonPath, cpp } = inside;
  const methods = spec.methods ?? [];
  const numbers = overloadNumbers(methods.map((each) => each.name));
  const definitions = methods.flatMap(({ iterator, ...each }, index) => {
    if (iterator === undefined) return [];
    const at = [...path, "methods", index] as const;
    const number = numbers[index] ?? "";
    return [lowerIteratorMethod(context, inside, { ...each, iterator }, at, number)];
  });
  const callables = methods.flatMap((each, index) => {
    if (each.iterator !== undefined) return [];
    const at = [...path, "methods", index] as const;
    const isStatic = each.static ?? false;
    const target = each.steps === undefined ? each.cpp : "";
    checkDeclaredName(context, each.name, target, "the method", at, checkPythonName);
    const number = numbers[index] ?? "";
    const source: CallableSource = {
      kind: isStatic ? "static method" : "method",
      name: each.name,
      what: "this method",
      pythonPath: `${pythonPath}.${each.name}`,
      id: `${pythonPath}.${each.name}${number}`,
      logicalPath: `${inside.logicalPath}/methods/${each.name}${number}`,
      scope: pythonPath,
      path: at,
      target: each.cpp === undefined ? "name" : "cpp",
      levels: [{ settings: each, path: at, from: "this method" }, ...inside.levels],
      spec: each,
      result: lowerResult(context, {
        text: each.returns,
        path: at,
        scope: pythonPath,
        name: each.name,
        policy: each.policy,
      }),
      invoke: (names, guarded) =>
        isStatic
          ? callOf(staticTarget(each, cpp), names, guarded)
          : memberCallOf(each.cpp ?? each.name, cpp, names, guarded),
      ...(!isStatic && { self: cpp }),
    };
    const callable = lowerCallable(context, source);
    const overriding = lowerOverriding(context, each, at, source.levels, callable);
    return [overriding === undefined ? callable : { ...callable, overriding }];
  });
  return { methods: callables, definitions };
}

/** A plain name is a static member function of the class. */
function staticTarget(method: MethodSpec, className: string): string {
  const target = method.cpp ?? method.name;
  return isIdentifier(target) ? `${className}::${target}` : target;
}
