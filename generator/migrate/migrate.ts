/** A spec of an older version of the language as one of the newest: edits of the user's own text. */
import { diagnose, hasErrors, type Outcome } from "../diagnostics/diagnostic.js";
import { applyEdits, type Edit } from "../diagnostics/edit.js";
import { invariant } from "../diagnostics/invariant.js";
import { type SourceText, sourceText } from "../diagnostics/source-text.js";
import { type DocumentNode, valueSpan } from "../spec/document.js";
import { loadDocument } from "../spec/load.js";
import { NEWEST_VERSION } from "../spec/schema/spec-version.js";
import { syntaxOf } from "../spec/syntax.js";
import { type Migration, migrations } from "./migrations.js";
import { statedVersion, stateVersion } from "./state-version.js";

/**
 * Version after version, so that each migration sees the language that it was written for. What no
 * edit touches stays as it is: comments, order and layout. The last edit makes the spec name the version.
 *
 * @param table,newest those of this program, unless a test has others
 */
export function migrate(
  source: SourceText,
  table: readonly Migration[] = migrations,
  newest: number = NEWEST_VERSION,
): Outcome<string> {
  const loaded = loadDocument(source);
  if (loaded.value === undefined || hasErrors(loaded.diagnostics)) return loaded as Outcome<never>;
  const stated = statedVersion(loaded.value) ?? 1;
  if (!isVersion(stated, newest)) {
    const found = JSON.stringify(stated);
    const span = valueSpan(loaded.value, ["specVersion"]);
    return { diagnostics: [diagnose("GB1016", { found }, { span })] };
  }
  const syntax = syntaxOf(source.path);
  let step = { source, document: loaded.value };
  for (let version = stated; version < newest; version++) {
    const migration = table.find((each) => each.from === version);
    invariant(migration !== undefined, `there is no migration from version ${version}`);
    step = edited(step.source, migration.edits(step.document, syntax));
    step = edited(step.source, stateVersion(step.document, syntax, version + 1));
  }
  step = edited(step.source, stateVersion(step.document, syntax, newest));
  return { value: step.source.text, diagnostics: loaded.diagnostics };
}

function isVersion(stated: unknown, newest: number): stated is number {
  return Number.isInteger(stated) && Number(stated) >= 1 && Number(stated) <= newest;
}

/** The text after the edits, read again: the next step needs its places. */
function edited(
  source: SourceText,
  edits: readonly Edit[],
): { readonly source: SourceText; readonly document: DocumentNode } {
  const text = sourceText(source.path, applyEdits(source.text, edits));
  const { value, diagnostics } = loadDocument(text);
  const [first] = diagnostics.filter((each) => each.severity === "error");
  invariant(
    value !== undefined && first === undefined,
    `a migration broke the spec: ${first?.message}`,
  );
  return { source: text, document: value };
}
