/** The type of a result, and whether what the spec says of its ownership fits it. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { partsOf, type ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { CallPolicySpec } from "../spec/schema/call-policy.js";
import type { Context } from "./context.js";
import { resolveType, UNRESOLVED } from "./resolve-type.js";

/** What is returned, as the spec writes it. */
export interface WrittenResult {
  /** The C++ type; void if absent. */
  readonly text: string | undefined;
  /** Where "returns" and "policy" are. */
  readonly path: Path;
  /** The class around it, for names of types; "" in the module. */
  readonly scope: string;
  readonly name: string;
  readonly policy: CallPolicySpec | undefined;
}

/** A value, unless a call policy says who owns what is referred to. */
export function lowerResult(context: Context, written: WrittenResult): ResolvedType {
  const { path, scope, name, policy } = written;
  const text = written.text ?? "void";
  const span = context.located.at(...path, "returns");
  const type = resolveType(context, text, span, scope);
  if (type === UNRESOLVED || policy?.cpp !== undefined) return type;
  const report = (code: "GB4002" | "GB4003" | "GB4013") =>
    context.report(diagnose(code, { type: text, name }, { span }));
  if (policy?.return !== undefined) {
    checkPolicy(context, written, type);
    const isPointee = type.kind === "class" && type.indirection === "pointer";
    if (isPointee && policy.return === "return_by_value" && !isCopied(context, type)) {
      report("GB4003");
    }
    return type;
  }
  if (isUnowned(type)) report("GB4002");
  else if (type.kind === "class" && !isCopied(context, type)) report("GB4003");
  for (const each of partsOf(type)) checkPointer(context, each, span);
  return type;
}

function isCopied({ types }: Context, { className = "" }: ResolvedType): boolean {
  return types.classes.get(className)?.copyable !== false;
}

/** A reference or pointer to what Python would have to know the owner of. */
function isUnowned({ kind, indirection, value }: ResolvedType): boolean {
  const isObject = kind === "class" || kind === "external";
  if (isObject && indirection !== "value") return true;
  const isKnown = kind === "text" || kind === "opaque" || /^::Py(Type)?Object\*$/.test(value);
  return indirection === "pointer" && !isKnown;
}

/** Boost.Python can give Python only the smart pointers that it was told of. */
export function checkPointer(
  { types, report }: Context,
  { kind, pointer, className, python }: ResolvedType,
  span: ReturnType<Context["located"]["at"]>,
): void {
  const found = types.classes.get(className ?? "");
  const isSmart = kind === "shared-pointer" || kind === "owning-pointer";
  if (!isSmart || found === undefined || pointer === undefined) return;
  if (pointer === "std::unique_ptr") return;
  const held = found.held.form === "pointer" ? [found.held] : [];
  if ([...held, ...found.pointers].some((each) => each.template === pointer)) return;
  const type = `${pointer}<${python}>`;
  const how = found.held.form === "value" ? "value" : (found.held.template ?? found.held.cpp);
  report(diagnose("GB4004", { type, held: how, wanted: pointer }, { span }));
}

const NEEDS_REFERENCE = "what is returned is a temporary, gone before Python could look at it";

/** What keeps a policy from being right for a result, or nothing. */
function misfit(policy: string, { kind, indirection }: ResolvedType): string | undefined {
  const isVoid = kind === "void" && indirection === "value";
  const isBlind = (kind === "void" || kind === "opaque") && indirection === "pointer";
  switch (policy) {
    case "return_self":
    case "return_arg":
      return undefined;
    case "return_by_value":
      if (isVoid) return "there is no result";
      return isBlind ? "nobody knows what it points to" : undefined;
    case "copy_const_reference":
      return indirection === "const reference" ? undefined : "it is for const references alone";
    case "copy_non_const_reference":
      return indirection === "reference" ? undefined : "it is for references to what is not const";
    case "return_opaque_pointer":
      return indirection === "pointer" ? undefined : "it is for pointers alone";
    default:
      return indirection === "value" ? NEEDS_REFERENCE : undefined;
  }
}

/** For each, the assertion of Boost.Python's that a compiler would show at the end of its template errors. */
const BOOST_SAYS: Readonly<Record<string, string>> = {
  return_by_value: "return_by_value finds no converter",
  copy_const_reference: "copy_const_reference_expects_a_const_reference_return_type",
  copy_non_const_reference: "copy_non_const_reference_expects_a_non_const_reference_return_type",
  reference_existing_object:
    "reference_existing_object_requires_a_pointer_or_reference_return_type",
  return_internal_reference:
    "reference_existing_object_requires_a_pointer_or_reference_return_type",
  return_opaque_pointer: "RETURN_OPAQUE_POINTER_EXPECTS_A_POINTER_TYPE",
};

function checkPolicy(
  { located, report }: Context,
  { text = "void", path, name, policy }: WrittenResult,
  type: ResolvedType,
): void {
  const chosen = policy?.return ?? "";
  if (chosen === "manage_new_object") {
    // A type that Boost.Python was told of elsewhere may be a class of another module.
    const isObject = type.kind === "class" || type.kind === "external";
    if (isObject && type.indirection === "pointer") return;
    const span = located.at(...path, "returns");
    report(diagnose("GB4013", { type: text, name }, { span }));
    return;
  }
  const why = misfit(chosen, type);
  if (why === undefined) return;
  const given = { policy: chosen, type: text, name, why, boost: BOOST_SAYS[chosen] ?? "" };
  report(diagnose("GB4021", given, { span: located.at(...path, "policy", "return") }));
}
