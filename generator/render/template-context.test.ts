/** The contract with templates: what is made of its types is fresh, and every field says what it is. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readContextDescription } from "./templates/context-description.js";

const project = new URL("../../", import.meta.url);

it("is described by files that are made of its types: npm run template-context writes them", async () => {
  const { contextFiles } = await import(
    new URL("scripts/template-context/files.mjs", project).href
  );
  const files: readonly { path: string; text: string }[] = contextFiles();
  expect(files.map(({ path }) => path)).toHaveLength(2);
  for (const { path, text } of files) {
    expect(readFileSync(new URL(path, project), "utf8"), path).toBe(text);
  }
  // All types of the program are checked, which takes long where much else goes on.
}, 120_000);

it("has a comment for each type and each field", () => {
  const { types } = readContextDescription();
  const undocumented = Object.entries(types).flatMap(([name, { description, fields }]) => [
    ...(description === "" ? [name] : []),
    ...Object.entries(fields)
      .filter(([, field]) => field.description === "")
      .map(([field]) => `${name}.${field}`),
  ]);
  expect(undocumented).toEqual([]);
  expect(Object.keys(types).length).toBeGreaterThan(40);
});
