/** What becomes of a Python error: the C++ class that says so, and the value that C++ gets. */
import type { Span } from "../diagnostics/source-text.js";
import type { DeclaredValue } from "../model/model.js";
import type { ErrorPolicy } from "../model/type.js";
import type { Spec } from "../spec/schema/spec.js";

export type ErrorPolicySpec = NonNullable<NonNullable<Spec["defaults"]>["onError"]>;

export function errorPolicyOf(spec: ErrorPolicySpec | undefined): ErrorPolicy {
  if (spec === undefined) return { name: "propagate" };
  if (typeof spec === "string") return { name: spec };
  return { name: spec.policy, ...(spec.value !== undefined && { value: spec.value }) };
}

/** The class of the emitted value, or "" where none is declared. */
function valueClass(policy: ErrorPolicy, identifier: string): string {
  return policy.value === undefined ? "" : `gen_bindings_${identifier}_value`;
}

export function errorClass(policy: ErrorPolicy, identifier: string): string {
  return `::gen_bindings::on_error::${policy.name}<${valueClass(policy, identifier)}>`;
}

export function declaredValue(
  policy: ErrorPolicy,
  identifier: string,
  result: string,
  logicalPath: string,
  span: Span,
): readonly DeclaredValue[] {
  if (policy.value === undefined) return [];
  return [
    {
      identifier: valueClass(policy, identifier),
      result,
      expression: policy.value,
      logicalPath: `${logicalPath}/onError`,
      span,
    },
  ];
}
