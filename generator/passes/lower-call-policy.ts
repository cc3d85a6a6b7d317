/** Turns Boost.Python's call policies, which a spec writes by names, into positions. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/nearest.js";
import type { CallPolicy, Parameter } from "../model/model.js";
import type { TypeKind } from "../model/type.js";
import type { Context } from "./context.js";
import type { CallableSource } from "./lower-callable.js";

const NO_POLICY: CallPolicy = { managesNewObject: false, keepsAlive: [] };

/** What Python keeps as values of its own: nothing tells when such an object dies. */
const UNWATCHED: ReadonlySet<TypeKind> = new Set([
  "void",
  "fundamental",
  "text",
  "enumeration",
  "callback",
]);

/** The parts of a callable that a call policy is about. */
type Source = Pick<CallableSource, "spec" | "kind" | "result" | "path" | "id">;

export function lowerCallPolicy(
  context: Context,
  { spec: { policy }, kind, result, path, id }: Source,
  parameters: readonly Parameter[],
): CallPolicy {
  if (policy === undefined) return NO_POLICY;
  const { located, report } = context;
  const isConstructor = kind === "constructor";
  if (isConstructor && policy.return !== undefined) {
    const span = located.atKey([...path, "policy"], "return");
    report(diagnose("GB4019", { name: id }, { span }));
  }
  const hasSelf = !["function", "static method"].includes(kind);
  const names = [
    isConstructor ? "" : "return",
    ...(hasSelf ? ["self"] : []),
    ...parameters.map((each) => each.name),
  ];
  const known = names.filter((each) => each !== "");
  const types = new Map(parameters.map((each) => [each.name, each.type]));
  if (result !== "deduced") types.set("return", result);
  const at = [...path, "policy", "custodianAndWard"];
  const keepsAlive = (policy.custodianAndWard ?? []).flatMap((each, index) => {
    const [custodian = -1, ward = -1] = (["custodian", "ward"] as const).map((role) => {
      const position = names.indexOf(each[role]);
      if (position >= 0 && each[role] !== "") return position;
      const near = didYouMean(each[role], known);
      const span = located.at(...at, index, role);
      report(diagnose("GB4012", { name: each[role], near, names: known.join(", ") }, { span }));
      return -1;
    });
    if (custodian < 0 || ward < 0) return [];
    const type = types.get(each.custodian);
    const why =
      custodian === ward
        ? "it would keep itself alive, for ever"
        : type !== undefined && UNWATCHED.has(type.kind)
          ? `it is ${type.python} in Python, and nothing tells when such an object dies`
          : undefined;
    if (why !== undefined) {
      const span = located.at(...at, index, "custodian");
      report(diagnose("GB4020", { name: each.custodian, ward: each.ward, why }, { span }));
    }
    return [{ custodian, ward }];
  });
  return { managesNewObject: policy.return === "manage_new_object", keepsAlive };
}
