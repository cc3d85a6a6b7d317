/** Turns a property of a class into a getter and a setter, or into what Boost.Python makes of others. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean, slipOf } from "../diagnostics/nearest.js";
import type { BoostDefinition } from "../model/boost-definition.js";
import type { PropertyModel } from "../model/class.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { AccessorSpec, PropertySpec } from "../spec/schema/data.js";
import { ANYTHING } from "./annotations.js";
import { checkMadeByBoost } from "./boost-parts.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { type AccessorSource, lowerAccessors, type Role } from "./lower-accessor.js";
import { callOf, lowerExamples, memberCallOf } from "./lower-callable.js";
import { iteratorExpression, iteratorHeaders, iteratorType } from "./lower-iterator.js";
import { lowerPresence } from "./lower-presence.js";
import { checkPythonName, isIdentifier } from "./names.js";
import type { Level } from "./resolve-settings.js";
import { resolveType } from "./resolve-type.js";

export function lowerProperty(
  context: Context,
  inside: ClassScope,
  spec: PropertySpec,
  path: Path,
): PropertyModel | BoostDefinition {
  const { located, report } = context;
  checkPythonName(context, spec.name, "the property", located.at(...path, "name"));
  lowerPresence(context, spec, path, `${inside.logicalPath}/properties/${spec.name}`);
  const forms = (["get", "set"] as const).flatMap((role) => {
    const form = formOf(context, spec, path, role);
    return form === undefined ? [] : [form];
  });
  const isMadeByBoost = forms.some((each) => each !== "cpp");
  if (isMadeByBoost && forms.includes("cpp")) {
    report(diagnose("GB2046", { name: spec.name }, { span: located.at(...path, "set") }));
  }
  return isMadeByBoost
    ? lowerMadeByBoost(context, inside, spec, path)
    : lowerWithBodies(context, inside, spec, path);
}

type Form = "cpp" | "attribute" | "iterator";

/** What an accessor is made of: exactly one of three. */
function formOf(
  { located, report }: Context,
  spec: PropertySpec,
  path: Path,
  role: Role,
): Form | undefined {
  const accessor = spec[role];
  if (accessor === undefined) return undefined;
  if (typeof accessor === "string") return "cpp";
  const all = ["cpp", "attribute", ...(role === "get" ? ["iterator"] : [])] as const;
  const given = (["cpp", "attribute", "iterator"] as const).filter(
    (each) => accessor[each] !== undefined,
  );
  const [first, ...others] = given;
  const isOne =
    first !== undefined && others.length === 0 && (all as readonly string[]).includes(first);
  if (!isOne) {
    const given = { name: spec.name, keys: all.map((each) => `"${each}"`).join(" or ") };
    report(diagnose("GB2045", given, { span: located.at(...path, role) }));
  }
  return first ?? "cpp";
}

function lowerWithBodies(
  context: Context,
  inside: ClassScope,
  spec: PropertySpec,
  path: Path,
): PropertyModel {
  const type = typeOf(context, inside, spec, path);
  const accessible = {
    name: spec.name,
    isStatic: spec.static ?? false,
    doc: spec.doc,
    assigned: type,
    typeText: spec.type,
    typeSpan: context.located.at(...path, "type"),
  };
  return lowerAccessors(context, inside, accessible, type ?? "deduced", {
    get: accessorSource(inside, spec, path, "get", spec.get),
    set: spec.set === undefined ? undefined : accessorSource(inside, spec, path, "set", spec.set),
  });
}

function typeOf(
  context: Context,
  inside: ClassScope,
  spec: PropertySpec,
  path: Path,
): ResolvedType | undefined {
  if (spec.type === undefined) return undefined;
  return resolveType(context, spec.type, context.located.at(...path, "type"), inside.pythonPath);
}

function accessorSource(
  inside: ClassScope,
  spec: PropertySpec,
  propertyPath: Path,
  role: Role,
  accessor: PropertySpec["get"],
): AccessorSource {
  const isPlain = typeof accessor === "string";
  const written: AccessorSpec = isPlain ? { cpp: accessor } : accessor;
  const path = isPlain ? propertyPath : [...propertyPath, role];
  const from = role === "get" ? "this getter" : "this setter";
  const own: Level[] = isPlain ? [] : [{ settings: accessor, path, from }];
  const cpp = written.cpp ?? "";
  const passed = role === "set" ? ["value"] : [];
  return {
    path,
    logicalPath: `${inside.logicalPath}/properties/${spec.name}/${role}`,
    examplesPath: propertyPath,
    target: isPlain ? role : "cpp",
    levels: [...own, ...inside.levels],
    // Accessors stay held unless they say otherwise themselves.
    gilLevels: own,
    spec: {
      ...written,
      examples: role === "get" ? spec.examples : [],
      lock: written.lock ?? spec.lock,
    },
    invoke: (_, guarded) =>
      spec.static === true
        ? callOf(isIdentifier(cpp) ? `${inside.cpp}::${cpp}` : cpp, passed, guarded)
        : memberCallOf(cpp, inside.cpp, passed, guarded),
  };
}

/** Boost.Python's own iterator, or what Python finds in the class already. */
function lowerMadeByBoost(
  context: Context,
  inside: ClassScope,
  spec: PropertySpec,
  path: Path,
): BoostDefinition {
  const { pythonPath, logicalPath } = inside;
  const accessors = (["get", "set"] as const).flatMap((role) => {
    const accessor = spec[role];
    if (accessor === undefined || typeof accessor === "string") return [];
    return [accessorExpression(context, inside, spec, accessor, [...path, role])];
  });
  const expression = accessors.join(", ");
  return {
    form: spec.static === true ? "static property" : "property",
    name: spec.name,
    pythonPath: `${pythonPath}.${spec.name}`,
    identifier: context.identifiers.callable(`${pythonPath}.${spec.name}`),
    expression,
    headers: iteratorHeaders(expression),
    stub: [
      {
        name: spec.name,
        isReadonly: spec.set === undefined,
        returns: stubType(context, inside, spec, path),
      },
    ],
    examples: lowerExamples(context, spec.examples, path),
    logicalPath: `${logicalPath}/properties/${spec.name}`,
    span: context.located.at(...path),
    ...(spec.doc !== undefined && { doc: spec.doc }),
  };
}

function accessorExpression(
  context: Context,
  inside: ClassScope,
  property: PropertySpec,
  accessor: AccessorSpec,
  path: Path,
): string {
  const { attribute, iterator } = accessor;
  const given = { ...accessor, lock: accessor.lock ?? property.lock };
  if (iterator !== undefined) {
    if (property.static === true) {
      const span = context.located.atKey(path.slice(0, -1), "static");
      context.report(diagnose("GB2041", { what: "an iterator", key: "static" }, { span }));
    }
    checkMadeByBoost(context, inside, given, path, {
      what: "an iterator",
      keys: ["iterator", "lock"],
    });
    return iteratorExpression(context, inside, iterator, [...path, "iterator"]);
  }
  if (attribute === undefined) return "";
  // The method takes the lock of the object.
  checkMadeByBoost(context, inside, { ...given, lock: "none" }, path, {
    what: "an accessor that is a method already",
    keys: ["attribute", "lock"],
  });
  checkIsMethod(context, inside, attribute, [...path, "attribute"]);
  return `gen_bindings_class.attr("${attribute}")`;
}

/** What a base has is not to be seen here. */
function checkIsMethod(context: Context, { spec }: ClassScope, name: string, path: Path): void {
  const methods = (spec.methods ?? []).map((each) => each.name);
  if (methods.includes(name) || (spec.bases !== undefined && isIdentifier(name))) return;
  const near = didYouMean(name, methods);
  const place = { span: context.located.at(...path), slip: slipOf(name, methods) };
  context.report(diagnose("GB2047", { name, near }, place));
}

function stubType(context: Context, inside: ClassScope, spec: PropertySpec, path: Path): string {
  const type = typeOf(context, inside, spec, path);
  if (type !== undefined) return type.annotation.result;
  const { iterator, attribute } = typeof spec.get === "string" ? {} : spec.get;
  if (iterator !== undefined) {
    return iteratorType(context, inside, iterator, [...path, "get", "iterator"]);
  }
  const method = (inside.spec.methods ?? []).findIndex((each) => each.name === attribute);
  const returns = inside.spec.methods?.[method]?.returns;
  if (returns === undefined) return ANYTHING.result;
  const span = context.located.at(...inside.path, "methods", method, "returns");
  // What is wrong with it is reported of the method.
  const returned = resolveType({ ...context, report: () => {} }, returns, span, inside.pythonPath);
  return returned.annotation.result;
}
