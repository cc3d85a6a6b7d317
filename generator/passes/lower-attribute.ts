/** Turns an attribute of a class into one that Boost.Python reads by itself, or into call bodies. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { ResultPolicy } from "../model/callable.js";
import type { Attribute, PropertyModel } from "../model/class.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { CallPolicySpec } from "../spec/schema/call-policy.js";
import type { AttributeSpec } from "../spec/schema/data.js";
import { optional } from "./annotations.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { lowerAccessors, type Role } from "./lower-accessor.js";
import { checkDeclaredName } from "./lower-callable.js";
import { lowerPresence } from "./lower-presence.js";
import { checkCppName, checkPythonName, fromRoot } from "./names.js";
import { resolveDispatch } from "./resolve-settings.js";
import { resolveType } from "./resolve-type.js";

export function lowerAttribute(
  context: Context,
  inside: ClassScope,
  spec: AttributeSpec,
  path: Path,
): Attribute | PropertyModel {
  const { located, report } = context;
  checkDeclaredName(context, spec.name, spec.cpp, "the attribute", path, checkPythonName);
  if (spec.cpp !== undefined) {
    checkCppName(context, spec.cpp, "the attribute", located.at(...path, "cpp"));
  }
  const logicalPath = `${inside.logicalPath}/attributes/${spec.name}`;
  lowerPresence(context, spec, path, logicalPath);
  const type =
    spec.type === undefined
      ? undefined
      : resolveType(context, spec.type, located.at(...path, "type"), inside.pythonPath);
  if (needsBodies(context, inside, spec, type)) {
    return attributeWithBodies(context, inside, spec, path, type);
  }
  if (spec.examples !== undefined) {
    report(diagnose("GB2021", { name: spec.name }, { span: located.atKey(path, "examples") }));
  }
  return {
    name: spec.name,
    member: spec.cpp?.includes("::")
      ? fromRoot(spec.cpp)
      : `${inside.cpp}::${spec.cpp ?? spec.name}`,
    access: spec.access ?? "readwrite",
    isStatic: spec.static ?? false,
    dispatch: resolveDispatch(context, inside.levels),
    logicalPath,
    span: located.at(...path),
    ...(type !== undefined && { type }),
    ...(spec.doc !== undefined && { doc: spec.doc }),
  };
}

/** Under a lock, with a policy, or where the member is a std::function that Python sees as a callable. */
function needsBodies(
  context: Context,
  { pythonPath }: ClassScope,
  spec: AttributeSpec,
  type: ResolvedType | undefined,
): boolean {
  if (type?.kind === "callback" || spec.return !== undefined || spec.policy !== undefined) {
    return true;
  }
  const form = context.classLocks.get(pythonPath)?.value.form ?? "none";
  const isLocked = spec.static === true ? form === "module" : form !== "none";
  return spec.lock === undefined ? isLocked : spec.lock !== "none";
}

function attributeWithBodies(
  context: Context,
  inside: ClassScope,
  spec: AttributeSpec,
  path: Path,
  type: ResolvedType | undefined,
): PropertyModel {
  const isStatic = spec.static ?? false;
  const member = spec.cpp?.includes("::") ? fromRoot(spec.cpp) : (spec.cpp ?? spec.name);
  const inClass = member.startsWith("::") ? member : `${inside.cpp}::${member}`;
  const field = isStatic ? inClass : `self.${member}`;
  const policies = policiesOf(context, spec, path);
  const accessible = {
    name: spec.name,
    isStatic,
    doc: spec.doc,
    assigned: type?.kind === "callback" ? optionalCallback(type) : type,
    typeText: spec.type,
    typeSpan: context.located.at(...path, "type"),
  };
  const isReferred = REFERRING.has(policies.get?.return ?? "return_by_value");
  const read = isReferred ? `::gen_bindings::referred(${field})` : field;
  const returned = type === undefined ? "deduced" : returnedOf(type, isReferred);
  const accessor = (role: Role, expression: string) => ({
    path,
    logicalPath: `${inside.logicalPath}/attributes/${spec.name}/${role}`,
    target: "name" as const,
    levels: inside.levels,
    gilLevels: [],
    spec: {
      lock: spec.lock,
      policy: policies[role],
      examples: role === "get" ? spec.examples : [],
    },
    isFieldAccess: true,
    invoke: () => expression,
  });
  return lowerAccessors(context, inside, accessible, returned, {
    get: accessor("get", read),
    set: spec.access === "readonly" ? undefined : accessor("set", `${field} = value`),
  });
}

/** The policies under which Python gets the object itself, or what the member points to. */
const REFERRING: ReadonlySet<ResultPolicy | "return_self"> = new Set([
  "reference_existing_object",
  "return_internal_reference",
  "return_opaque_pointer",
  "manage_new_object",
] as const);

function returnedOf(type: ResolvedType, isReferred: boolean): ResolvedType {
  if (type.kind === "callback") return { ...type, annotation: optional(type.annotation) };
  if (!isReferred || type.indirection === "pointer") return type;
  return { ...type, cpp: `${type.value}&`, indirection: "reference" };
}

/** `return` is the short form of the getter's policy. */
function policiesOf(
  { located, report }: Context,
  spec: AttributeSpec,
  path: Path,
): { readonly [role in Role]?: CallPolicySpec | undefined } {
  if (spec.return === undefined) return spec.policy ?? {};
  if (spec.policy?.get !== undefined) {
    const why = 'the "policy" of the getter says it';
    const given = { key: "return", name: spec.name, why };
    report(diagnose("GB4022", given, { span: located.atKey(path, "return") }));
  }
  return { ...spec.policy, get: spec.policy?.get ?? { return: spec.return } };
}

/** None stands for an empty std::function. */
function optionalCallback(type: ResolvedType): ResolvedType {
  const cpp = type.cpp.replace("::gen_bindings::callback<", "::gen_bindings::optional_callback<");
  const annotation = optional(type.annotation);
  return { ...type, cpp, value: cpp, python: `Optional[${type.python}]`, annotation };
}
