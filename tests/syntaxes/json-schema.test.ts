/** The published JSON Schema: fresh, complete, right about all specs, and of use in editors. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type AnySchema } from "ajv";
import { describe, expect, test } from "vitest";
import {
  getLanguageService as jsonService,
  type LanguageService,
  TextDocument,
} from "vscode-json-languageservice";
import { languageSchema } from "../../generator/pipeline.js";
import { check } from "../language/check.js";
import { allSpecs } from "./all-specs.js";

const published = fileURLToPath(new URL("../../schema/spec.v1.json", import.meta.url));
const schema = JSON.parse(readFileSync(published, "utf8"));
const URI = "https://example.org/spec.v1.json";

interface Keyed {
  readonly key: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** The way to its schema. */
  readonly pointer: string;
}

/** Every key that the schema has, wherever it stands. */
function keysIn(node: unknown, pointer: string): readonly Keyed[] {
  if (node === null || typeof node !== "object") return [];
  const properties = Object.entries((node as { properties?: object }).properties ?? {});
  const own = properties.map(([key, each]) => ({
    key,
    ...each,
    pointer: `${pointer}/properties/${key}`,
  }));
  const within = properties.flatMap(([key, each]) => keysIn(each, `${pointer}/properties/${key}`));
  const inner = Object.entries(node).flatMap(([word, each]) =>
    ["properties", "examples"].includes(word) ? [] : keysIn(each, `${pointer}/${word}`),
  );
  return [...own, ...within, ...inner];
}

const keys = keysIn(schema, "#");
const ajv = new Ajv({ strict: false });
ajv.addSchema(schema as AnySchema, "spec");

test("is what `gen-bindings schema` prints; npm run schema:rewrite writes it again", () => {
  expect(schema).toEqual(JSON.parse(JSON.stringify(languageSchema())));
});

describe("each key", () => {
  test("has a description", () => {
    expect(keys.filter(({ description }) => !description).map(({ pointer }) => pointer)).toEqual(
      [],
    );
    expect(keys.length).toBeGreaterThan(300);
  });

  test("has examples that are right", () => {
    const isBuilt = ({ pointer }: Keyed) => !pointer.endsWith("/properties/imports");
    const wrong = keys.filter(isBuilt).filter(({ pointer, examples = [] }) => {
      const validate = ajv.getSchema(`spec${pointer}`);
      return examples.length === 0 || !examples.every((each) => validate?.(each) === true);
    });
    expect(wrong.map(({ pointer }) => pointer)).toEqual([]);
  });
});

describe("as a validator sees it", () => {
  test.each(allSpecs)("%s is right", (path) => {
    const validate = ajv.getSchema("spec");
    expect(
      validate?.(JSON.parse(readFileSync(path, "utf8"))),
      ajv.errorsText(validate?.errors),
    ).toBe(true);
  });

  test.each([
    { module: { nam: "m" } },
    { module: { name: "m" }, functions: [{ name: "f", gil: "relaese" }] },
    { module: { name: "m" }, classes: [{ name: "C", classes: [{ nam: "D" }] }] },
  ])("%j is wrong, as gen-bindings says too", (spec) => {
    expect(ajv.getSchema("spec")?.(spec)).toBe(false);
    expect(check(spec).codes.length).toBeGreaterThan(0);
  });
});

/** The place of a mark in a text, and the text without it. */
function marked(text: string) {
  const offset = text.indexOf("|");
  const lines = text.slice(0, offset).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { text: text.replace("|", ""), position };
}

describe("in an editor of JSON", () => {
  const service: LanguageService = jsonService({});
  service.configure({ schemas: [{ uri: URI, fileMatch: ["*"], schema }] });
  const opened = (given: string) => {
    const { text, position } = marked(given);
    const document = TextDocument.create("file:///m.spec.json", "json", 1, text);
    return { document, position, parsed: service.parseJSONDocument(document) };
  };

  test("a key is completed", async () => {
    const { document, position, parsed } = opened('{ "functions": [{ "name": "f", | }] }');
    const found = await service.doComplete(document, position, parsed);
    expect(found?.items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["gil", "params"]),
    );
  });

  test("a value is completed", async () => {
    const { document, position, parsed } = opened('{ "functions": [{ "gil": "|" }] }');
    const found = await service.doComplete(document, position, parsed);
    expect(found?.items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['"hold"', '"release"', '"guard"']),
    );
  });

  test("a key is explained", async () => {
    const { document, position, parsed } = opened('{ "classes": [{ "copy|able": false }] }');
    const found = await service.doHover(document, position, parsed);
    expect(JSON.stringify(found?.contents)).toContain("Whether C\\\\+\\\\+ can copy it");
  });

  test("a slip is underlined", async () => {
    const { document, parsed } = opened('{ "module": { "name": "m" }, "functons": [] }|');
    const found = await service.doValidation(document, parsed);
    expect(found.map(({ message }) => message)).toEqual(["Property functons is not allowed."]);
  });
});
