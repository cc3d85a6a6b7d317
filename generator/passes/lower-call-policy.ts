/** Turns Boost.Python's call policies, which a spec writes by names, into positions. */
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/nearest.js";
import type { CallableKind, CallPolicy, Parameter } from "../model/model.js";
import type { Path } from "../spec/document.js";
import type { Spec } from "../spec/schema/spec.js";
import type { Context } from "./context.js";

type CallPolicySpec = NonNullable<Spec["functions"]>[number]["policy"];

const NO_POLICY: CallPolicy = { managesNewObject: false, keepsAlive: [] };

export function lowerCallPolicy(
  context: Context,
  spec: CallPolicySpec,
  kind: CallableKind,
  parameters: readonly Parameter[],
  path: Path,
): CallPolicy {
  if (spec === undefined) return NO_POLICY;
  const hasSelf = !["function", "static method"].includes(kind);
  const names = [
    kind === "constructor" ? "" : "return",
    ...(hasSelf ? ["self"] : []),
    ...parameters.map((each) => each.name),
  ];
  const known = names.filter((each) => each !== "");
  const at = [...path, "policy", "custodianAndWard"];
  const keepsAlive = (spec.custodianAndWard ?? []).flatMap((each, index) => {
    const [custodian, ward] = (["custodian", "ward"] as const).map((role) => {
      const position = names.indexOf(each[role]);
      if (position >= 0 && each[role] !== "") return position;
      const near = didYouMean(each[role], known);
      const span = context.located.at(...at, index, role);
      context.report(
        diagnose("GB4012", { name: each[role], near, names: known.join(", ") }, { span }),
      );
      return -1;
    });
    return custodian === undefined || ward === undefined || custodian < 0 || ward < 0
      ? []
      : [{ custodian, ward }];
  });
  return { managesNewObject: spec.return === "manage_new_object", keepsAlive };
}
