/** The published JSON Schema in an editor of YAML. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-json-languageservice";
import { getLanguageService as yamlService } from "yaml-language-server";

const URI = "https://example.org/spec.v1.json";
const schema = JSON.parse(
  readFileSync(new URL("../../schema/spec.v1.json", import.meta.url), "utf8"),
);

/** The place of a mark in a text, and the text without it. */
function marked(text: string) {
  const offset = text.indexOf("|");
  const lines = text.slice(0, offset).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { text: text.replace("|", ""), position };
}

describe("in an editor of YAML", () => {
  // The service remembers what it has read of a version.
  let version = 0;
  const service = yamlService({
    schemaRequestService: () => Promise.reject(new Error("there is no other schema")),
    workspaceContext: { resolveRelativePath: (relative: string) => relative },
  });
  service.configure({
    completion: true,
    hover: true,
    validate: true,
    schemas: [{ uri: URI, fileMatch: ["*"], schema }],
  });
  const opened = (given: string) => {
    const { text, position } = marked(given);
    version += 1;
    return {
      document: TextDocument.create("file:///m.spec.yaml", "yaml", version, text),
      position,
    };
  };

  test("a key is completed", async () => {
    const { document, position } = opened("functions:\n  - name: f\n    |\n");
    const found = await service.doComplete(document, position, false);
    expect(found.items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["gil", "params"]),
    );
  });

  test("a key is explained", async () => {
    const { document, position } = opened("classes:\n  - copy|able: false\n");
    const found = await service.doHover(document, position);
    expect(JSON.stringify(found?.contents)).toContain("can copy it");
  });

  test("a slip is underlined", async () => {
    const { document } = opened("module: { name: m }\nfunctons: []\n|");
    const found = await service.doValidation(document, false);
    expect(found.map(({ message }) => message)).toEqual(["Property functons is not allowed."]);
  });
});
