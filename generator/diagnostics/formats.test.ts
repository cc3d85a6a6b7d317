/** The reports for programs: their shape, their places, and the edits that they offer. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { diagnose } from "./diagnostic.js";
import { reporterFor } from "./reporter.js";
import { sourceText } from "./source-text.js";

const text = '{\n  "é": [],\n  "functoins": []\n}\n';
const source = sourceText("specs/my engine.spec.json", text);
const start = text.indexOf('"functoins"');
const span = { source, start, end: start + '"functoins"'.length };

const unknownKey = diagnose(
  "GB1010",
  { key: "functoins", near: 'did you mean "functions"? ' },
  { span, slip: { written: "functoins", meant: "functions" } },
);
const related = diagnose(
  "GB0005",
  { name: "m", first: "a.json" },
  { span, related: [{ message: "the first", span: { source, start: 0, end: 1 } }] },
);
const withoutPlace = diagnose(
  "GB0208",
  { pythonVersion: "3.11", looked: "CMake" },
  {
    detail: "CMake said no",
  },
);
const all = [unknownKey, related, withoutPlace];

function documentOf(format: "json" | "sarif", diagnostics = all) {
  const reporter = reporterFor(format, { printError: () => {}, hasColors: false }, "1.2.3");
  for (const each of diagnostics) reporter.report([each]);
  return JSON.parse(reporter.finish() ?? "");
}

describe("JSON", () => {
  test("holds every part of a diagnostic", () => {
    const { diagnostics, ...head } = documentOf("json");
    expect(head).toEqual({ version: 1, generator: "1.2.3", errors: 3, warnings: 0 });
    const location = {
      file: "specs/my engine.spec.json",
      start: { line: 3, column: 3, offset: 15 },
      end: { line: 3, column: 14, offset: 26 },
    };
    expect(diagnostics[0]).toEqual({
      code: "GB1010",
      severity: "error",
      message: 'unknown key "functoins"',
      location,
      reason: "a key that means nothing would be ignored in silence",
      interleaving: [],
      hint: 'did you mean "functions"?',
      example: null,
      edit: {
        location: {
          ...location,
          start: { line: 3, column: 4, offset: 16 },
          end: { line: 3, column: 13, offset: 25 },
        },
        text: "functions",
      },
      related: [],
      detail: null,
    });
    expect(diagnostics[1].related).toMatchObject([
      { message: "the first", location: { start: { line: 1, column: 1, offset: 0 } } },
    ]);
    expect(diagnostics[2]).toMatchObject({ location: null, edit: null, detail: "CMake said no" });
  });

  test("has the same keys in every diagnostic", () => {
    const keys = documentOf("json").diagnostics.map((each: object) => Object.keys(each).join(" "));
    expect(new Set(keys).size).toBe(1);
  });

  test("is a document where nothing was found, and begins anew after each", () => {
    const reporter = reporterFor("json", { printError: () => {}, hasColors: false }, "1.2.3");
    reporter.report(all);
    reporter.finish();
    expect(JSON.parse(reporter.finish() ?? "")).toMatchObject({ errors: 0, diagnostics: [] });
  });
});

describe("SARIF", () => {
  const schemaFile = createRequire(import.meta.url).resolve(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv as never);
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));

  test("fits the schema of SARIF 2.1.0, with and without results", () => {
    for (const diagnostics of [all, []]) {
      validate(documentOf("sarif", diagnostics));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: "2.1.0" })).toBe(false);
  });

  test("names the broken rules once each, and leads each result to its own", () => {
    const [run] = documentOf("sarif", [...all, unknownKey]).runs;
    const { rules } = run.tool.driver;
    expect(rules.map((each: { id: string }) => each.id)).toEqual(["GB0005", "GB0208", "GB1010"]);
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
  });

  test("has a place, what is related, and a fix", () => {
    const [first, second, third] = documentOf("sarif").runs[0].results;
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "specs/my%20engine.spec.json" },
      region: {
        startLine: 3,
        startColumn: 3,
        endLine: 3,
        endColumn: 14,
        charOffset: 15,
        charLength: 11,
      },
    });
    const [{ replacements }] = first.fixes[0].artifactChanges;
    expect(replacements).toMatchObject([
      { deletedRegion: { startColumn: 4, endColumn: 13 }, insertedContent: { text: "functions" } },
    ]);
    expect(second.relatedLocations).toMatchObject([{ id: 0, message: { text: "the first" } }]);
    expect(third.locations).toBeUndefined();
    expect(third.message.text).toContain("CMake said no");
  });

  test("makes a URI of an absolute path", () => {
    const absolute = { ...span, source: { ...source, path: "/a b/m.json" } };
    const [{ results }] = documentOf("sarif", [{ ...unknownKey, span: absolute }]).runs;
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      "file:///a%20b/m.json",
    );
  });
});

describe("an edit", () => {
  test.each([
    { why: "the word is there twice", text: '"a a"', slip: { written: "a", meant: "b" } },
    { why: "the word is not there", text: '"c"', slip: { written: "a", meant: "b" } },
    { why: "nobody knows what was meant", text: '"a"', slip: undefined },
  ])("is not offered where $why", ({ text, slip }) => {
    const place = { source: sourceText("m.json", text), start: 0, end: text.length };
    const found = diagnose("GB1010", { key: "a", near: "" }, { span: place, slip });
    expect(documentOf("json", [found]).diagnostics[0].edit).toBeNull();
  });
});
