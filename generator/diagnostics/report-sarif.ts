/**
 * Diagnostics as SARIF 2.1.0, which code hosts and editors read: `--format sarif`.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { catalogue, type DiagnosticCode } from "./catalogue.js";
import type { Diagnostic } from "./diagnostic.js";
import { type Edit, editOf } from "./edit.js";
import { positionAt, type Span } from "./source-text.js";

/** All diagnostics of a run as one log; its rules are those that were broken. */
export function reportSarif(diagnostics: readonly Diagnostic[], generator: string): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "gen-bindings", semanticVersion: generator, rules: codes.map(rule) },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((each) => result(each, codes.indexOf(each.code))),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

function rule(code: DiagnosticCode) {
  const { title, severity } = catalogue[code];
  return {
    id: code,
    shortDescription: { text: title },
    help: { text: `gen-bindings explain ${code}` },
    defaultConfiguration: { level: severity },
  };
}

function result(diagnostic: Diagnostic, ruleIndex: number) {
  const { code, severity, span, related, hint } = diagnostic;
  const edit = editOf(diagnostic);
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: messageText(diagnostic) },
    ...(span && { locations: [{ physicalLocation: physicalLocation(span) }] }),
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        physicalLocation: physicalLocation(each.span),
        message: { text: each.message },
      })),
    }),
    ...(edit && { fixes: [fix(edit, hint)] }),
  };
}

/** SARIF has one text for all of it; viewers show its first line where there is little room. */
function messageText(diagnostic: Diagnostic): string {
  const { message, reason, interleaving, hint, fix: example, detail } = diagnostic;
  return [
    `${message}.`,
    `reason: ${reason}`,
    ...interleaving,
    `way out: ${hint.trimEnd()}`,
    ...(example === undefined ? [] : [example]),
    ...(detail === undefined ? [] : [detail]),
  ].join("\n");
}

function fix({ span, text }: Edit, hint: string) {
  const replacements = [{ deletedRegion: region(span), insertedContent: { text } }];
  return {
    description: { text: hint.trimEnd() },
    artifactChanges: [{ artifactLocation: artifactLocation(span), replacements }],
  };
}

function physicalLocation(span: Span) {
  return { artifactLocation: artifactLocation(span), region: region(span) };
}

/** A relative path stays one: whoever reads the log knows where the run was. */
function artifactLocation({ source: { path } }: Span) {
  const uri = isAbsolute(path)
    ? pathToFileURL(path).href
    : path.split(sep).map(encodeURIComponent).join("/");
  return { uri };
}

/** Lines and columns count from 1, the end column is the one behind the last character. */
function region({ source, start, end }: Span) {
  const [first, last] = [positionAt(source, start), positionAt(source, end)];
  return {
    startLine: first.line,
    startColumn: first.column,
    endLine: last.line,
    endColumn: last.column,
    charOffset: start,
    charLength: end - start,
  };
}
