/** YAML: the same document as of JSON, with places in the file; and what it can't say. */
import { describe, expect, test } from "vitest";
import { sourceText } from "../diagnostics/source-text.js";
import { nodeAt, type Path, plainData } from "./document.js";
import { loadYaml } from "./load-yaml.js";

const load = (text: string) => loadYaml(sourceText("m.spec.yaml", text));
const dataOf = (text: string) => {
  const { value, diagnostics } = load(text);
  expect(diagnostics).toEqual([]);
  return value && plainData(value);
};
const messageOf = (text: string) => load(text).diagnostics.map(({ message }) => message);

describe("values", () => {
  test.each([
    ["a: [1, -2.5, true, null, text]", { a: [1, -2.5, true, null, "text"] }],
    ["a: 'it''s'\nb: \"\\u00e9\\n\"", { a: "it's", b: "é\n" }],
    ["a: |\n  one\n  two\n", { a: "one\ntwo\n" }],
    ["a: >-\n  one\n  two\n", { a: "one two" }],
    ["{ on: no, yes: off, y: ~ }", { on: "no", yes: "off", y: null }],
    ["a: !!str 1", { a: "1" }],
    ["a:\nb: {}", { a: null, b: {} }],
    ["%YAML 1.2\n---\na: 1\n...\n", { a: 1 }],
  ])("%j", (text, data) => expect(dataOf(text)).toEqual(data));
});

describe("anchors", () => {
  test.each([
    ["a: &x [1, 2]\nb: *x", { a: [1, 2], b: [1, 2] }],
    ["a: &x 1\nb: &x 2\nc: *x", { a: 1, b: 2, c: 2 }],
    ["a: &x { n: 1, m: 2 }\nb: { <<: *x, m: 3 }", { a: { n: 1, m: 2 }, b: { n: 1, m: 3 } }],
    ["a: &x { n: 1 }\nb: { <<: [*x, { n: 2, m: 2 }] }", { a: { n: 1 }, b: { n: 1, m: 2 } }],
    ['a: { "<<": text }', { a: { "<<": "text" } }],
  ])("%j", (text, data) => expect(dataOf(text)).toEqual(data));

  test("a value has its place where it is written", () => {
    const { value } = load("a: &x wrong\nb: *x\n");
    expect(value && nodeAt(value, ["b"])?.span).toMatchObject({ start: 6, end: 11 });
  });
});

describe("places", () => {
  const text = 'module:\n  name: "m"\n  doc: |\n    One\n    two\nfunctions:\n  - name: f\n';
  test.each<{ way: Path; found: string }>([
    { way: ["module", "name"], found: '"m"' },
    { way: ["module"], found: 'name: "m"\n  doc: |\n    One\n    two' },
    { way: ["functions", 0], found: "name: f" },
    { way: ["functions", 0, "name"], found: "f" },
  ])("$way", ({ way, found }) => {
    const { value } = load(text);
    const span = value && nodeAt(value, way)?.span;
    expect(text.slice(span?.start, span?.end)).toBe(found);
  });
});

describe("what a spec can't have", () => {
  test.each([
    ["module: { name: m }\n---\nmodule: { name: n }\n", "a spec can't have a second document"],
    ["%YAML 1.1\n---\nmodule: { name: m }\n", "a spec can't have %YAML 1.1"],
    ["a: &x { b: *x }", "a spec can't have an alias that contains itself, *x"],
    ["a: 2001-12-14\nb: !!timestamp 2001-12-14", "a spec can't have the tag !!timestamp"],
  ])("%j", (text, message) => expect(messageOf(text)).toEqual([message]));

  test("aliases that stand for billions of values", () => {
    const lines = Array.from({ length: 12 }, (_, level) =>
      level === 0 ? "a0: &a0 [x]" : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`,
    );
    expect(messageOf(lines.join("\n"))).toEqual([
      "a spec can't have more than 100,000 values by aliases",
    ]);
  });

  test.each([
    ["brackets", "[".repeat(10_000)],
    ["blocks", Array.from({ length: 500 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
    ["dashes", `${"- ".repeat(10_000)}a`],
    ["keys", `${"? ".repeat(10_000)}a`],
  ])("%s nested too deeply", (_, text) => {
    expect(load(text).diagnostics.map(({ code }) => code)).toEqual(["GB1004"]);
  });
});
