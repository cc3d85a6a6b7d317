/** What becomes of a Python error: the C++ class that says so, and the value that C++ gets. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { DeclaredValue } from "../model/callable.js";
import type { ErrorPolicy, ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { Spec } from "../spec/schema/spec.js";
import type { Context } from "./context.js";

export type ErrorPolicySpec = NonNullable<NonNullable<Spec["defaults"]>["onError"]>;

export function errorPolicyOf(spec: ErrorPolicySpec | undefined): ErrorPolicy {
  if (spec === undefined) return { name: "propagate" };
  if (typeof spec === "string") return { name: spec };
  return { name: spec.policy, ...(spec.value !== undefined && { value: spec.value }) };
}

/** The class of the emitted value, or "" where none is declared. */
function valueClass(policy: ErrorPolicy, identifier: string): string {
  return policy.value === undefined ? "" : `gen_bindings_value_of_${identifier}`;
}

export function errorClass(policy: ErrorPolicy, identifier: string): string {
  return `::gen_bindings::on_error::${policy.name}<${valueClass(policy, identifier)}>`;
}

/** A value on a class, or in the defaults, would be given to results of many types. */
export function checkSharedValue(
  { located, report }: Context,
  spec: ErrorPolicySpec | undefined,
  path: Path,
  where: string,
): void {
  if (typeof spec !== "object" || spec.value === undefined) return;
  const span = located.atKey([...path, "onError"], "value");
  report(diagnose("GB2022", { where }, { span }));
}

/** A value that is declared for one signature, whose result it has to fit. */
export function checkValue(
  { located, report }: Context,
  spec: ErrorPolicySpec | undefined,
  result: Pick<ResolvedType, "cpp">,
  path: Path,
  name: string,
): void {
  if (typeof spec !== "object" || spec.value === undefined || result.cpp !== "void") return;
  const span = located.atKey([...path, "onError"], "value");
  report(diagnose("GB4018", { name }, { span }));
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
