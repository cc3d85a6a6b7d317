/** A JSON text reads as the document that it says, and its parts stand where they are written. */
import { expect, test } from "vitest";
import { sourceText } from "../diagnostics/source-text.js";
import { type DocumentNode, keySpan, nodeAt, plainData, valueSpan } from "./document.js";
import { loadJson } from "./load-json.js";

function load(text: string, commented = false): DocumentNode {
  const { value } = loadJson(sourceText("some.json", text), commented);
  if (value === undefined) throw new Error(`not read: ${text}`);
  return value;
}

function textAt({ source, start, end }: ReturnType<typeof valueSpan>): string {
  return source.text.slice(start, end);
}

test.each([
  '{"a": [1, -2.5e3, true, false, null, "x\\u0041\\n\\"", {}], "b": {"c": [[], [0]]}}',
  "[]",
  '"alone"',
  '{"": {"\\u0061": 1, "aa": "\\\\"}}',
])("reads %s as JSON.parse does", (text) => {
  expect(plainData(load(text))).toEqual(JSON.parse(text));
});

test("reads over comments and trailing commas", () => {
  const text = '/* a */ { "a": [1, 2, /* , */ 3, ], // "b": 1\n "c": "d", }';
  expect(plainData(load(text, true))).toEqual({ a: [1, 2, 3], c: "d" });
});

test("knows where keys and values stand", () => {
  const root = load('{"list": [{"name": "one"}, {"name": "two", "\\u006fther": 2}], "a\\"b": 1}');
  expect(textAt(valueSpan(root, ["list", 1, "name"]))).toBe('"two"');
  expect(textAt(keySpan(root, ["list", 1], "name"))).toBe('"name"');
  expect(textAt(keySpan(root, ["list", 1], "other"))).toBe('"\\u006fther"');
  expect(textAt(keySpan(root, [], 'a"b'))).toBe('"a\\"b"');
  expect(textAt(valueSpan(root, ["list", 0]))).toBe('{"name": "one"}');
});

test("has nothing where nothing is written", () => {
  const root = load('{"list": [{"name": "one"}], "\\\\": 1}');
  for (const path of [
    ["lost"],
    ["list", 1],
    ["list", -1],
    ["list", "name"],
    ["\\\\"],
    ["list", 0, "nam"],
  ]) {
    expect(nodeAt(root, path), JSON.stringify(path)).toBeUndefined();
  }
  expect(textAt(valueSpan(root, ["list", 0, "lost"]))).toBe("{");
});

test("reads objects like maps, and arrays like lists", () => {
  const root = load('{"a": [1, 2], "b": 3}');
  if (root.kind !== "object") throw new Error("no object");
  const { properties } = root;
  expect([properties.size, properties.has("b"), properties.has("c")]).toEqual([2, true, false]);
  expect([...properties.keys()]).toEqual(["a", "b"]);
  expect([...properties].map(([key, { keySpan: at }]) => [key, textAt(at)])).toEqual([
    ["a", '"a"'],
    ["b", '"b"'],
  ]);
  const list = properties.get("a")?.value;
  expect(list?.kind === "array" && list.items.length).toBe(2);
});

test("reports keys twice, those of inner objects first", () => {
  const text = '{"a": {"b": 1, "b": 2}, "a": 3, "__proto__": 4}';
  const { value, diagnostics } = loadJson(sourceText("some.json", text));
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, span }) => [code, span?.start])).toEqual([
    ["GB1007", 15],
    ["GB1007", 24],
    ["GB1010", 32],
  ]);
});
