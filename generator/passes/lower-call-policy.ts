/** Turns Boost.Python's call policies, which a spec writes by names, into positions. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean, slipOf } from "../diagnostics/nearest.js";
import {
  type CallPolicy,
  type Parameter,
  type ResultPolicy,
  takesObject,
} from "../model/callable.js";
import type { ResolvedType, TypeKind } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { CallPolicySpec } from "../spec/schema/call-policy.js";
import type { Context } from "./context.js";
import type { CallableSource } from "./lower-callable.js";
import { checkTypeText } from "./resolve-type.js";

const NO_POLICY: CallPolicy = { of: 1, keepsAlive: [] };

/** What Python keeps as values of its own: nothing tells when such an object dies. */
const UNWATCHED: ReadonlySet<TypeKind> = new Set([
  "void",
  "fundamental",
  "text",
  "enumeration",
  "standard",
  "bytes",
  "callback",
]);

/** The parts of a callable that a call policy is about. */
type Source = Pick<CallableSource, "spec" | "kind" | "result" | "path" | "id">;

export function lowerCallPolicy(
  context: Context,
  source: Source,
  parameters: readonly Parameter[],
): CallPolicy {
  const { kind, result, id } = source;
  const { policy } = source.spec;
  if (policy === undefined) return impliedPolicy(result);
  const { located, report } = context;
  const path = [...source.path, "policy"];
  const isConstructor = kind === "constructor";
  if (isConstructor && policy.return !== undefined) {
    report(diagnose("GB4019", { name: id }, { span: located.atKey(path, "return") }));
  }
  if (policy.return !== undefined && kind.endsWith("setter")) {
    const why = "a setter has no result";
    report(
      diagnose("GB4022", { key: "return", name: id, why }, { span: located.atKey(path, "return") }),
    );
  }
  if (policy.cpp !== undefined) {
    checkTypeText(context, policy.cpp, located.at(...path, "cpp"));
    for (const key of ["return", "of", "custodianAndWard"] as const) {
      if (policy[key] === undefined) continue;
      const why = 'the policy class in "cpp" stands in place of all others';
      report(diagnose("GB4022", { key, name: id, why }, { span: located.atKey(path, key) }));
    }
    return { ...NO_POLICY, cpp: policy.cpp };
  }
  // Positions as Boost.Python counts them.
  const names = [
    isConstructor ? "" : "return",
    ...(takesObject(kind) ? ["self"] : []),
    ...parameters.map((each) => each.name),
  ];
  const chosen = policy.return === "return_self" ? "return_arg" : policy.return;
  const of = positionOf(context, policy, path, id, names.slice(1));
  const declared = wards(context, source, path, parameters, names);
  const isInternal = chosen === "return_internal_reference";
  return {
    ...(chosen === undefined ? impliedPolicy(result) : { result: chosen }),
    of,
    keepsAlive: isInternal ? [...declared, { custodian: 0, ward: of }] : declared,
  };
}

/** What a type itself says of how it is returned. */
function impliedPolicy(result: Source["result"]): CallPolicy {
  const implied = result === "deduced" ? undefined : resultPolicyOf(result);
  return implied === undefined ? NO_POLICY : { ...NO_POLICY, result: implied };
}

function resultPolicyOf({ kind, pointer }: ResolvedType): ResultPolicy | undefined {
  if (kind === "opaque") return "return_opaque_pointer";
  // What the smart pointer owns becomes Python's own.
  return pointer === "std::unique_ptr" ? "manage_new_object" : undefined;
}

/** Which argument the result belongs to, or is: the first is 1. */
function positionOf(
  { located, report }: Context,
  policy: CallPolicySpec,
  path: Path,
  id: string,
  names: readonly string[],
): number {
  const takesName = policy.return === "return_internal_reference" || policy.return === "return_arg";
  if (policy.of !== undefined && !takesName) {
    const why = "only return_internal_reference and return_arg are about an argument by its name";
    report(diagnose("GB4022", { key: "of", name: id, why }, { span: located.atKey(path, "of") }));
  }
  if (!takesName && policy.return !== "return_self") return 1;
  const name = takesName ? (policy.of ?? names[0]) : names[0];
  if (name === undefined) {
    const why = "there is no argument";
    const span = located.atKey(path, "return");
    report(diagnose("GB4022", { key: "return", name: id, why }, { span }));
    return 1;
  }
  const position = names.indexOf(name);
  if (position >= 0) return position + 1;
  const given = { name, near: didYouMean(name, names), names: names.join(", ") };
  const place = { span: located.at(...path, "of"), slip: slipOf(name, names) };
  report(diagnose("GB4012", given, place));
  return 1;
}

function wards(
  { located, report }: Context,
  { spec, result }: Source,
  path: Path,
  parameters: readonly Parameter[],
  names: readonly string[],
): CallPolicy["keepsAlive"] {
  const known = names.filter((each) => each !== "");
  const types = new Map(parameters.map((each) => [each.name, each.type]));
  if (result !== "deduced") types.set("return", result);
  const at = [...path, "custodianAndWard"];
  return (spec.policy?.custodianAndWard ?? []).flatMap((each, index) => {
    const [custodian = -1, ward = -1] = (["custodian", "ward"] as const).map((role) => {
      const position = names.indexOf(each[role]);
      if (position >= 0 && each[role] !== "") return position;
      const near = didYouMean(each[role], known);
      const place = { span: located.at(...at, index, role), slip: slipOf(each[role], known) };
      report(diagnose("GB4012", { name: each[role], near, names: known.join(", ") }, place));
      return -1;
    });
    if (custodian < 0 || ward < 0) return [];
    const why =
      custodian === ward
        ? "an object lives as long as itself in any case; Boost.Python would do nothing"
        : unwatched(types.get(each.custodian));
    if (why !== undefined) {
      const span = located.at(...at, index, "custodian");
      report(diagnose("GB4020", { name: each.custodian, ward: each.ward, why }, { span }));
    }
    return [{ custodian, ward }];
  });
}

/** Why nothing can tell that an object of this type dies. */
function unwatched(type: ResolvedType | undefined): string | undefined {
  if (type === undefined || !UNWATCHED.has(type.kind)) return undefined;
  const boost =
    type.kind === "void"
      ? "do nothing"
      : "raise a TypeError in each call, for want of a weak reference";
  return `it is ${type.python} in Python, and nothing tells when such an object dies; Boost.Python would ${boost}`;
}
