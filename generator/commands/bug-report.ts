/** What is said of an exception that should not have been: one diagnostic, and where it came from. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";

export function bugReport(error: unknown): Diagnostic {
  const what = error instanceof Error ? error.message : String(error);
  const frame =
    error instanceof Error
      ? /\bat .*\/(?:dist|generator)\/(\S+?)\)?$/m.exec(error.stack ?? "")
      : null;
  return diagnose("GB9001", { what, where: `in ${frame?.[1] ?? "an unknown place"}` });
}
