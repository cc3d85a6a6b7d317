/** Checks what a spec says of a class's C++ type, and of the smart pointers to it. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { HeldTypeSpec } from "../spec/schema/held-type.js";
import type { Context } from "./context.js";
import { checkCppName, isQualifiedName } from "./names.js";
import { checkTypeText } from "./resolve-type.js";
import { parseType } from "./type-expression.js";

/** A name, or a template with its arguments: `std::vector<X>`. No pointer, reference or const. */
export function checkCppType(context: Context, text: string, what: string, path: Path): void {
  if (isQualifiedName(text)) return;
  const span = context.located.at(...path);
  const parsed = parseType(text);
  if (!("value" in parsed) || !parsed.value.isTemplate) {
    checkCppName(context, text, what, span);
  } else if (parsed.value.isConst || parsed.value.declarators.length > 0) {
    context.report(diagnose("GB2012", { text, what }, { span }));
  }
}

export function checkHeldTypes(context: Context, spec: ClassSpec, path: Path): void {
  const { held } = spec;
  if (held !== undefined && held !== "value") checkPointer(context, held, [...path, "held"]);
  for (const [index, each] of (spec.pointers ?? []).entries()) {
    checkPointer(context, each, [...path, "pointers", index]);
  }
}

function checkPointer(context: Context, pointer: Exclude<HeldTypeSpec, "value">, path: Path): void {
  if (typeof pointer === "string") return;
  const { located } = context;
  const { template, cpp } = pointer;
  if ((template === undefined) === (cpp === undefined)) {
    context.report(diagnose("GB2024", {}, { span: located.at(...path) }));
  }
  if (template !== undefined) {
    checkCppName(context, template, "the smart pointer", located.at(...path, "template"));
  }
  if (cpp !== undefined) checkTypeText(context, cpp, located.at(...path, "cpp"));
}
