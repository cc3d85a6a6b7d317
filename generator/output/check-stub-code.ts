/** Whether the Python that a spec says for its stubs can be read. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { invariant } from "../diagnostics/invariant.js";
import type { VerbatimCode } from "../model/declarations.js";
import { formatterFor } from "./formatters.js";

/** The formatter reads it all; nothing is loaded where there is none. */
export async function checkStubCode(code: readonly VerbatimCode[]): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { stub } of code) {
    if (stub === undefined) continue;
    const formatter = formatterFor("stub.pyi");
    invariant(formatter !== undefined, "stubs have a formatter");
    const format = await formatter.load();
    try {
      await format(stub.text, "stub.pyi");
    } catch (error) {
      // Ruff throws strings.
      const [why = ""] = String(error).split("\n");
      diagnostics.push(diagnose("GB2084", { why }, { span: stub.span }));
    }
  }
  return diagnostics;
}
