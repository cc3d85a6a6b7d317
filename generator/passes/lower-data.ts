/** Turns attributes and properties of a class into what the model knows of its data. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { Attribute, Callable, Example, Parameter, PropertyModel } from "../model/model.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import { optional } from "./annotations.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { checkDeclaredName, lowerCallable, memberCallOf } from "./lower-callable.js";
import { checkCppName, checkPythonName, fromRoot } from "./names.js";
import type { Level } from "./resolve-settings.js";
import { resolveType, UNRESOLVED } from "./resolve-type.js";

type PropertySpec = NonNullable<ClassSpec["properties"]>[number];
type AttributeSpec = NonNullable<ClassSpec["attributes"]>[number];
type AccessorSpec = PropertySpec["get"];

/** Attributes that Boost.Python reads and writes by itself, and all that has call bodies. */
export function lowerData(
  context: Context,
  inside: ClassScope,
): { readonly attributes: readonly Attribute[]; readonly properties: readonly PropertyModel[] } {
  const { spec } = inside;
  const attributes: Attribute[] = [];
  const properties: PropertyModel[] = [];
  for (const [index, each] of (spec.attributes ?? []).entries()) {
    const path = [...inside.path, "attributes", index] as const;
    checkDeclaredName(context, each.name, each.cpp, "the attribute", path, checkPythonName);
    if (each.cpp !== undefined)
      checkCppName(context, each.cpp, "the attribute", context.located.at(...path, "cpp"));
    const isLocked = (context.classLocks.get(inside.pythonPath)?.value.form ?? "none") !== "none";
    if (each.type === undefined && (!isLocked || each.lock === "none")) {
      if (each.examples !== undefined) {
        const span = context.located.atKey(path, "examples");
        context.report(diagnose("GB2021", { name: each.name }, { span }));
      }
      attributes.push(lowerAttribute(context, inside, each, path));
    } else {
      properties.push(lowerAttributeWithBodies(context, inside, each, path));
    }
  }
  for (const [index, each] of (spec.properties ?? []).entries()) {
    properties.push(lowerProperty(context, inside, each, index));
  }
  return { attributes, properties };
}

function lowerAttribute(
  context: Context,
  inside: ClassScope,
  spec: AttributeSpec,
  path: Path,
): Attribute {
  return {
    name: spec.name,
    member: spec.cpp?.includes("::")
      ? fromRoot(spec.cpp)
      : `${inside.cpp}::${spec.cpp ?? spec.name}`,
    access: spec.access ?? "readwrite",
    logicalPath: `${inside.logicalPath}/attributes/${spec.name}`,
    span: context.located.at(...path),
    ...documentation(spec),
  };
}

/** Under a lock, or where the member is a std::function that Python sees as a callable. */
function lowerAttributeWithBodies(
  context: Context,
  inside: ClassScope,
  spec: AttributeSpec,
  path: Path,
): PropertyModel {
  const member = `self.${spec.cpp?.includes("::") ? fromRoot(spec.cpp) : (spec.cpp ?? spec.name)}`;
  const typeSpan = context.located.at(...path, "type");
  const type =
    spec.type === undefined
      ? undefined
      : resolveType(context, spec.type, typeSpan, inside.pythonPath);
  if (type !== undefined && type !== UNRESOLVED && type.kind !== "callback") {
    const given = { name: spec.name, type: spec.type ?? "" };
    context.report(diagnose("GB4016", given, { span: typeSpan }));
  }
  const returned =
    type?.kind === "callback" ? { ...type, annotation: optional(type.annotation) } : type;
  const accessor = (role: "get" | "set"): Callable =>
    lowerCallable(context, {
      ...accessorSource(inside, spec.name, role, path),
      logicalPath: `${inside.logicalPath}/attributes/${spec.name}/${role}`,
      target: "name",
      levels: inside.levels,
      gilLevels: [],
      spec: { params: [], lock: spec.lock, examples: role === "get" ? spec.examples : [] },
      result: role === "set" ? voidType(context, path) : (returned ?? "deduced"),
      isFieldAccess: true,
      invoke: () => (role === "set" ? `${member} = value` : member),
    });
  const get = accessor("get");
  if (spec.access === "readonly") return { name: spec.name, get, ...documentation(spec) };
  const set = accessor("set");
  const field = type?.kind === "callback" ? optionalCallback(type) : type;
  const parameters = [setterValue(field ?? deducedFrom(get), spec.type, typeSpan, set)];
  const examples = assigning(get.examples, spec.name);
  return { name: spec.name, get, set: { ...set, parameters, examples }, ...documentation(spec) };
}

/** None stands for an empty std::function. */
function optionalCallback(type: ResolvedType): ResolvedType {
  const cpp = type.cpp.replace("::gen_bindings::callback<", "::gen_bindings::optional_callback<");
  const annotation = optional(type.annotation);
  return { ...type, cpp, value: cpp, python: `Optional[${type.python}]`, annotation };
}

function voidType(context: Context, path: Path): ResolvedType {
  return resolveType(context, "void", context.located.at(...path), "");
}

/** Without a type of its own, a setter takes what the getter returns. */
function deducedFrom(get: Callable): ResolvedType {
  return {
    ...UNRESOLVED,
    cpp: `const decltype(${get.body}(self))&`,
    value: `decltype(${get.body}(self))`,
    indirection: "const reference",
  };
}

function setterValue(
  type: ResolvedType,
  typeText: string | undefined,
  typeSpan: Span,
  set: Callable,
): Parameter {
  return {
    name: "value",
    isPositional: false,
    type,
    typeText: typeText ?? "",
    typeSpan,
    span: set.span,
  };
}

/** What getters and setters have in common. */
function accessorSource(inside: ClassScope, name: string, role: "get" | "set", path: Path) {
  const kind = role === "get" ? "getter" : "setter";
  return {
    kind,
    name,
    what: `this ${kind}`,
    pythonPath: `${inside.pythonPath}.${name}`,
    id: `${inside.pythonPath}.${name}.${role}`,
    scope: inside.pythonPath,
    self: inside.cpp,
    path,
  } as const;
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
  const value = setterValue(type ?? deducedFrom(get), spec.type, typeSpan, set);
  const examples = assigning(get.examples, spec.name);
  const setter = { ...set, parameters: [value], examples };
  return { name: spec.name, get, set: setter, ...documentation(spec) };
}

/** Examples whose setup assigns to the attribute prove its setter. */
function assigning(examples: readonly Example[], name: string): readonly Example[] {
  return examples.filter((each) => assigns(each.setup ?? "", name));
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
  const isPlain = typeof accessor === "string";
  const spec = isPlain ? { cpp: accessor } : accessor;
  const path = isPlain ? propertyPath : [...propertyPath, role];
  const own: Level[] = isPlain
    ? []
    : [{ settings: accessor, path, from: role === "get" ? "this getter" : "this setter" }];
  return lowerCallable(context, {
    ...accessorSource(inside, property.name, role, path),
    logicalPath: `${inside.logicalPath}/properties/${property.name}/${role}`,
    examplesPath: propertyPath,
    target: isPlain ? role : "cpp",
    levels: [...own, ...inside.levels],
    // Accessors stay held unless they say otherwise themselves.
    gilLevels: own,
    spec: {
      ...spec,
      params: [],
      examples: role === "get" ? property.examples : [],
      lock: (isPlain ? undefined : accessor.lock) ?? property.lock,
    },
    result: role === "set" ? voidType(context, path) : (type ?? "deduced"),
    invoke: (_, guarded) =>
      memberCallOf(spec.cpp, inside.cpp, role === "set" ? ["value"] : [], guarded),
  });
}
