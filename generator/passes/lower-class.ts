/** Turns a class of the spec, and what is declared inside it, into classes of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/nearest.js";
import type { Attribute, Callable, Class, Enumeration, PropertyModel } from "../model/model.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { Spec } from "../spec/schema/spec.js";
import type { Context } from "./context.js";
import {
  type CallableSource,
  callOf,
  checkDeclaredName,
  GUARD,
  lowerCallable,
  lowerResult,
  memberCallOf,
} from "./lower-callable.js";
import { lowerEnumeration } from "./lower-enumeration.js";
import { checkCppName, checkPythonName, fromRoot, isIdentifier } from "./names.js";
import { overloadNumbers } from "./overload-numbers.js";
import { checkGilSpec, type Level } from "./resolve-settings.js";
import { resolveType, UNRESOLVED } from "./resolve-type.js";
import { cppNameOf, join } from "./type-table.js";

type ClassSpec = NonNullable<Spec["classes"]>[number];
type PropertySpec = NonNullable<ClassSpec["properties"]>[number];
type MethodSpec = NonNullable<ClassSpec["methods"]>[number];
type AccessorSpec = PropertySpec["get"];

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
  if (spec.cpp !== undefined)
    checkCppName(context, spec.cpp, "the class", context.located.at(...path, "cpp"));
  checkGilSpec(context, spec.gil, [...path, "gil"]);
  const pythonPath = join(enclosing.pythonScope, ".", spec.name);
  if (isEmpty(spec)) {
    const span = context.located.at(...path);
    context.report(diagnose("GB2016", { name: pythonPath }, { span }));
  }
  const cpp = cppNameOf(spec, enclosing.cppScope);
  const level: Level = { settings: spec, path, from: `class ${pythonPath}` };
  const inside: ClassScope = {
    spec,
    path,
    pythonPath,
    cpp,
    logicalPath: `${enclosing.logicalScope}/classes/${spec.name}`,
    levels: [level, ...enclosing.levels],
    outerLevels: enclosing.levels,
  };
  const lowered: Class = {
    name: spec.name,
    pythonPath,
    identifier: context.identifiers.type(pythonPath),
    scope: enclosing.pythonScope,
    cpp,
    held: spec.held ?? "value",
    bases: lowerBases(context, spec, path, enclosing.pythonScope),
    copyable: spec.copyable ?? true,
    constructors: lowerConstructors(context, inside),
    methods: lowerMethods(context, inside),
    attributes: lowerAttributes(context, inside),
    properties: (spec.properties ?? []).map((each, index) =>
      lowerProperty(context, inside, each, index),
    ),
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

/** A derived class has what its bases have. */
function isEmpty(spec: ClassSpec): boolean {
  const { attributes, bases, classes, constructors, enums, methods, properties } = spec;
  const lists = [attributes, bases, classes, constructors, enums, methods, properties];
  return lists.every((each) => each === undefined || each.length === 0);
}

interface ClassScope {
  readonly spec: ClassSpec;
  readonly path: Path;
  readonly pythonPath: string;
  readonly cpp: string;
  readonly logicalPath: string;
  /** Nearest first: the class, what encloses it, the module. */
  readonly levels: readonly Level[];
  readonly outerLevels: readonly Level[];
}

function lowerBases(
  context: Context,
  spec: ClassSpec,
  path: Path,
  scope: string,
): readonly string[] {
  return (spec.bases ?? []).flatMap((name, index) => {
    const { classes, byCppName } = context.types;
    const nested = join(scope, ".", name);
    const found = classes.has(nested)
      ? nested
      : classes.has(name)
        ? name
        : byCppName.get(fromRoot(name));
    if (found !== undefined && classes.has(found)) return [found];
    const near = didYouMean(name, [...classes.keys()]);
    context.report(
      diagnose("GB2006", { name, near }, { span: context.located.at(...path, "bases", index) }),
    );
    return [];
  });
}

function lowerConstructors(context: Context, inside: ClassScope): readonly Callable[] {
  const { spec, path, pythonPath, cpp } = inside;
  const numbers = overloadNumbers((spec.constructors ?? []).map(() => "__init__"));
  return (spec.constructors ?? []).map((each, index) => {
    const at = [...path, "constructors", index] as const;
    const result: ResolvedType = {
      kind: "shared-pointer",
      cpp: spec.held === undefined || spec.held === "value" ? `${cpp}*` : `::${spec.held}<${cpp}>`,
      value: cpp,
      python: pythonPath,
      indirection: "value",
      ownsPython: false,
      className: pythonPath,
    };
    const construct = (names: readonly string[]) =>
      spec.held === undefined || spec.held === "value"
        ? `new ${cpp}(${names.join(", ")})`
        : `::${spec.held === "std::shared_ptr" ? "std::make_shared" : "boost::make_shared"}<${cpp}>(${names.join(", ")})`;
    const guardedNames = (names: readonly string[], guarded: boolean) =>
      guarded ? [GUARD, ...names] : names;
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
      result: each.factory === undefined ? result : "deduced",
      invoke: (names, guarded) =>
        each.factory === undefined
          ? construct(guardedNames(names, guarded))
          : callOf(each.factory, names, guarded),
    });
  });
}

function lowerMethods(context: Context, inside: ClassScope): readonly Callable[] {
  const { spec, path, pythonPath, cpp } = inside;
  const methods = spec.methods ?? [];
  const numbers = overloadNumbers(methods.map((each) => each.name));
  return methods.map((each, index) => {
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
      result: lowerResult(context, each.returns, at, pythonPath, each.name),
      invoke: (names, guarded) =>
        isStatic
          ? callOf(staticTarget(each, cpp), names, guarded)
          : memberCallOf(each.cpp ?? each.name, cpp, names, guarded),
      ...(!isStatic && { self: cpp }),
    };
    return lowerCallable(context, source);
  });
}

/** A plain name is a static member function of the class. */
function staticTarget(method: MethodSpec, className: string): string {
  const target = method.cpp ?? method.name;
  return isIdentifier(target) ? `${className}::${target}` : target;
}

function lowerAttributes(context: Context, inside: ClassScope): readonly Attribute[] {
  return (inside.spec.attributes ?? []).map((each, index) => {
    const at = [...inside.path, "attributes", index] as const;
    checkDeclaredName(context, each.name, each.cpp, "the attribute", at, checkPythonName);
    if (each.cpp !== undefined)
      checkCppName(context, each.cpp, "the attribute", context.located.at(...at, "cpp"));
    return {
      name: each.name,
      member: each.cpp?.includes("::")
        ? fromRoot(each.cpp)
        : `${inside.cpp}::${each.cpp ?? each.name}`,
      access: each.access ?? "readwrite",
      logicalPath: `${inside.logicalPath}/attributes/${each.name}`,
      span: context.located.at(...at),
      ...(each.doc !== undefined && { doc: each.doc }),
    };
  });
}

function lowerProperty(
  context: Context,
  inside: ClassScope,
  spec: PropertySpec,
  index: number,
): PropertyModel {
  const at = [...inside.path, "properties", index] as const;
  checkPythonName(context, spec.name, "the property", context.located.at(...at, "name"));
  const typeSpan = context.located.at(...at, "type");
  const type =
    spec.type === undefined
      ? undefined
      : resolveType(context, spec.type, typeSpan, inside.pythonPath);
  const get = lowerAccessor(context, inside, spec, at, "get", type);
  if (spec.set === undefined) return { name: spec.name, get, ...documentation(spec) };
  const set = lowerAccessor(context, inside, spec, at, "set", type);
  // Without a type of its own, the setter takes what the getter returns.
  const deduced: ResolvedType = {
    ...UNRESOLVED,
    cpp: `const decltype(${get.body}(self))&`,
    value: `decltype(${get.body}(self))`,
    indirection: "const reference",
  };
  const value = {
    name: "value",
    type: type ?? deduced,
    typeText: spec.type ?? "",
    typeSpan,
    span: set.span,
  };
  const examples = get.examples.filter((each) => assigns(each.setup ?? "", spec.name));
  const setter = { ...set, parameters: [value], examples };
  return { name: spec.name, get, set: setter, ...documentation(spec) };
}

/** Whether a line of Python assigns to an attribute of this name. */
function assigns(python: string, name: string): boolean {
  return [...python.matchAll(/\.(\w+)\s*=(?!=)/g)].some((each) => each[1] === name);
}

function documentation(spec: { readonly doc?: string | undefined }): { readonly doc?: string } {
  return spec.doc === undefined ? {} : { doc: spec.doc };
}

function lowerAccessor(
  context: Context,
  inside: ClassScope,
  property: PropertySpec,
  propertyPath: Path,
  role: "get" | "set",
  type: ResolvedType | undefined,
): Callable {
  const accessor: AccessorSpec = (role === "get" ? property.get : property.set) ?? property.get;
  const spec = typeof accessor === "string" ? { cpp: accessor } : accessor;
  const path = typeof accessor === "string" ? propertyPath : [...propertyPath, role];
  const kind = role === "get" ? "getter" : "setter";
  const void_ = resolveType(context, "void", context.located.at(...path), "");
  return lowerCallable(context, {
    kind,
    name: property.name,
    what: `this ${kind}`,
    pythonPath: `${inside.pythonPath}.${property.name}`,
    id: `${inside.pythonPath}.${property.name}.${role}`,
    logicalPath: `${inside.logicalPath}/properties/${property.name}/${role}`,
    scope: inside.pythonPath,
    self: inside.cpp,
    path,
    examplesPath: propertyPath,
    target: typeof accessor === "string" ? role : "cpp",
    // Accessors stay held unless they say otherwise themselves.
    levels:
      typeof accessor === "string"
        ? []
        : [{ settings: { gil: accessor.gil }, path, from: `this ${kind}` }],
    spec: { ...spec, params: [], examples: role === "get" ? property.examples : [] },
    result: role === "set" ? void_ : (type ?? "deduced"),
    invoke: (_, guarded) =>
      memberCallOf(spec.cpp, inside.cpp, role === "set" ? ["value"] : [], guarded),
  });
}
