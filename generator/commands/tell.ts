/** Shows diagnostics, and says what they mean for the exit status. */
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { reportText } from "../diagnostics/report.js";
import type { Status, Surroundings } from "./surroundings.js";

export function tell(
  { terminal, report = inText(terminal) }: Surroundings,
  diagnostics: readonly Diagnostic[],
): Status {
  if (diagnostics.length > 0) report(diagnostics);
  return hasErrors(diagnostics) ? 1 : 0;
}

function inText({ printError }: Surroundings["terminal"]) {
  return (diagnostics: readonly Diagnostic[]) => printError(reportText(diagnostics, false));
}
