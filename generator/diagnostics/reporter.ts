/** Shows diagnostics in the form that `--format` names: text at once, a document at the end. */
import type { Diagnostic } from "./diagnostic.js";
import { reportText } from "./report.js";
import { reportJson } from "./report-json.js";
import { reportSarif } from "./report-sarif.js";

export const REPORT_FORMATS = ["text", "json", "sarif"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface Reporter {
  /** Takes what was found. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
  /** The document of all that was reported since the last one; undefined where it is shown already. */
  readonly finish: () => string | undefined;
}

/** Where text goes, and how. */
export interface TextOutput {
  readonly printError: (text: string) => void;
  readonly hasColors: boolean;
}

/** @param generator the version of this program, which documents name */
export function reporterFor(
  format: ReportFormat,
  { printError, hasColors }: TextOutput,
  generator: string,
): Reporter {
  if (format === "text") {
    const report = (found: readonly Diagnostic[]) => {
      if (found.length > 0) printError(reportText(found, hasColors));
    };
    return { report, finish: () => undefined };
  }
  const write = format === "json" ? reportJson : reportSarif;
  let collected: readonly Diagnostic[] = [];
  return {
    report: (found) => {
      collected = [...collected, ...found];
    },
    finish: () => {
      const document = write(collected, generator);
      collected = [];
      return document;
    },
  };
}
