/** Checks a document against the schema; each mistake becomes one diagnostic at its place. */
import type { core, ZodType } from "zod";
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { didYouMean, nearest, slipOf } from "../diagnostics/nearest.js";
import type { Span } from "../diagnostics/source-text.js";
import { type DocumentNode, keySpan, nodeAt, type Path, plainData, valueSpan } from "./document.js";
import { knownKeys } from "./schema/construct.js";
import { PRESENCE_KEYS } from "./schema/presence.js";
import { type Spec, spec } from "./schema/spec.js";

/** A spec that fits the schema, with the place of everything in it. */
export interface LocatedSpec {
  readonly spec: Spec;
  /** The place of the value at a path, or of what surrounds it where it is absent. */
  readonly at: (...path: Path) => Span;
  /** The place of a key. */
  readonly atKey: (path: Path, key: string) => Span;
}

/** The spec of a module. A table of types is none. */
export function validate(root: DocumentNode): Outcome<LocatedSpec> {
  const { value, diagnostics } = fitToSchema(root, spec);
  if (value?.module === undefined) {
    const isMeant = diagnostics.some(({ slip }) => slip?.meant === "module");
    const isAbsent = root.kind === "object" && !root.properties.has("module");
    return { diagnostics: [...diagnostics, ...(isAbsent && !isMeant ? [noModule(root)] : [])] };
  }
  return { value: located(root, { ...value, module: value.module }), diagnostics };
}

/**
 * The spec of a module, or a table of types, which is then one of a module that has nothing else:
 * no text of it names that module.
 */
export function validateImported(root: DocumentNode): Outcome<LocatedSpec> {
  if (!isTable(root)) return validate(root);
  const { value, diagnostics } = fitToSchema(root, spec);
  if (value === undefined) return { diagnostics };
  return { value: located(root, { ...value, module: { name: "imported" } }), diagnostics };
}

/** The keys that say something without a module. */
const KEYS_OF_TABLES = ["$schema", "specVersion", "defaults", "types", "imports"];

/** Whether a spec is one of types alone. */
export function isTable(root: DocumentNode): boolean {
  if (root.kind !== "object" || root.properties.size === 0) return false;
  return [...root.properties.keys()].every((key) => KEYS_OF_TABLES.includes(key));
}

function noModule(root: DocumentNode): Diagnostic {
  const span = valueSpan(root, ["module"]);
  return isTable(root)
    ? diagnose("GB1020", {}, { span })
    : diagnose("GB1012", { key: "module", owner: "the spec" }, { span });
}

function located(root: DocumentNode, spec: Spec): LocatedSpec {
  return {
    spec,
    at: (...path) => valueSpan(root, path),
    atKey: (path, key) => keySpan(root, path, key),
  };
}

/** The value of a document that fits a schema; each mistake becomes one diagnostic at its place. */
export function fitToSchema<Value>(root: DocumentNode, schema: ZodType<Value>): Outcome<Value> {
  const result = schema.safeParse(plainData(root));
  if (result.success) return { value: result.data, diagnostics: [] };
  return { diagnostics: explainAll(root, result.error.issues, []) };
}

type Issue = core.$ZodIssue;

function explainAll(root: DocumentNode, issues: readonly Issue[], prefix: Path): Diagnostic[] {
  const missing = missingKeys(root, issues, prefix);
  const misspelt = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const path = pathOf(issue, prefix);
    const absent = missing.get(JSON.stringify(path)) ?? [];
    for (const key of issue.keys) {
      const known = knownKeys(issue.message);
      if (PRESENCE_KEYS.includes(key)) {
        diagnostics.push(diagnose("GB1021", { key }, { span: keySpan(root, path, key) }));
        continue;
      }
      const meant = nearest(key, absent) ?? nearest(key, known);
      if (meant !== undefined) misspelt.add(JSON.stringify([...path, meant]));
      const near =
        meant === undefined
          ? `the keys here are ${known.join(", ")}`
          : didYouMean(key, [meant]).trim();
      diagnostics.push(
        diagnose(
          "GB1010",
          { key, near },
          {
            span: keySpan(root, path, key),
            slip: meant === undefined ? undefined : { written: key, meant },
          },
        ),
      );
    }
  }
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") continue;
    // A required key that is there under a misspelt name was reported above.
    if (misspelt.has(JSON.stringify(pathOf(issue, prefix)))) continue;
    diagnostics.push(...explain(root, issue, prefix));
  }
  return diagnostics;
}

function explain(root: DocumentNode, issue: Issue, prefix: Path): readonly Diagnostic[] {
  const path = pathOf(issue, prefix);
  const key = String(path.at(-1) ?? "");
  const span = valueSpan(root, path);
  const node = nodeAt(root, path);
  if (node === undefined) {
    return [diagnose("GB1012", { key, owner: ownerOf(path) }, { span })];
  }
  const found = excerpt(node);
  if (issue.code === "invalid_union") return explainUnion(root, issue, path, node);
  if (issue.code === "invalid_value" && node.kind === "string") {
    const values = issue.values.map(String);
    const near = didYouMean(String(node.value), values);
    const code = issue.message === "GB3001" ? "GB3001" : "GB1013";
    const slip = slipOf(String(node.value), values);
    return [diagnose(code, { key, found, values: values.join(", "), near }, { span, slip })];
  }
  if (issue.message === "GB2017") return [diagnose("GB2017", { key, found }, { span })];
  if (issue.message === "GB1016") return [diagnose("GB1016", { found }, { span })];
  if (issue.code === "too_small") return [diagnose("GB1015", { key }, { span })];
  return [
    diagnose("GB1011", { key, expected: expectation([issue]), found: kindOf(node) }, { span }),
  ];
}

/** Of a union, the branch that the value was meant for; or the list of what would fit. */
function explainUnion(
  root: DocumentNode,
  issue: core.$ZodIssueInvalidUnion,
  path: Path,
  node: DocumentNode,
): readonly Diagnostic[] {
  const meant = issue.errors.filter((branch) => branch.every((each) => fitsKind(each, node)));
  const [first] = meant;
  if (first !== undefined) return explainAll(root, first, path);
  const expected = expectation(issue.errors.flat().filter((each) => each.path.length === 0));
  const key = String(path.at(-1) ?? "");
  return [diagnose("GB1011", { key, expected, found: kindOf(node) }, { span: node.span })];
}

/** Whether an issue of a union's branch is about the inside of the value, not about its kind. */
function fitsKind(issue: Issue, node: DocumentNode): boolean {
  if (issue.path.length > 0) return true;
  if (issue.code === "invalid_value") return node.kind === "string";
  return issue.code !== "invalid_type";
}

/** The required keys that are not there, by the path of the object that lacks them. */
function missingKeys(
  root: DocumentNode,
  issues: readonly Issue[],
  prefix: Path,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const issue of issues) {
    const path = pathOf(issue, prefix);
    if (issue.code === "unrecognized_keys" || nodeAt(root, path) !== undefined) continue;
    const owner = JSON.stringify(path.slice(0, -1));
    found.set(owner, [...(found.get(owner) ?? []), String(path.at(-1))]);
  }
  return found;
}

function pathOf(issue: Issue, prefix: Path): Path {
  return [...prefix, ...issue.path.map((each) => (typeof each === "number" ? each : String(each)))];
}

function expectation(issues: readonly Issue[]): string {
  const kinds = issues.map((each) => {
    if (each.code === "invalid_type") return withArticle(each.expected);
    // A refinement says itself what it expects.
    if (each.code === "custom") return each.message;
    return each.code === "invalid_value" ? `one of ${each.values.join(", ")}` : "something else";
  });
  return [...new Set(kinds)].join(" or ");
}

function withArticle(kind: string): string {
  const words: Record<string, string> = { record: "an object", boolean: "true or false" };
  return words[kind] ?? (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`);
}

function kindOf(node: DocumentNode): string {
  if (node.kind === "null" && node.span.start === node.span.end) return "nothing";
  if (node.kind === "null" || node.kind === "boolean") return String(node.value);
  return `${withArticle(node.kind)}${node.kind === "object" || node.kind === "array" ? "" : ` (${excerpt(node)})`}`;
}

function excerpt(node: DocumentNode): string {
  if (node.kind === "object" || node.kind === "array") return withArticle(node.kind);
  // A number as it is written: 1.0 was meant as a text, where it is none.
  const { source, start, end } = node.span;
  const text = node.kind === "number" ? source.text.slice(start, end) : JSON.stringify(node.value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** What a missing key would belong to: "the module", "a function". */
function ownerOf(path: Path): string {
  const words: Record<string, string> = {
    functions: "a function",
    classes: "a class",
    methods: "a method",
    params: "a parameter",
    enums: "an enumeration",
    values: "an enumerator",
    exceptions: "an exception",
    constants: "a constant",
    attributes: "an attribute",
    properties: "a property",
    examples: "an example",
    gil: "a GIL policy",
    module: "the module",
  };
  const around = path.slice(0, -1).findLast((each) => typeof each === "string");
  return around === undefined ? "the spec" : (words[around] ?? `"${around}"`);
}
