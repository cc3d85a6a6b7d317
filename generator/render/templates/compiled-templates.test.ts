/** What the build compiles of a template prints the same as what is compiled from its text. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compiledTemplate, compileOptions, precompile } from "./compiled-templates.js";
import { handlebarsRuntime, wholeHandlebars } from "./handlebars.js";

const folder = mkdtempSync(join(tmpdir(), "gen-bindings-compiled-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = "{{#each names}}{{.}}{{#unless @last}}, {{/unless}}{{/each}}: {{kind}}";
const options = compileOptions([]);
const file = join(folder, "templates.cjs");
writeFileSync(file, precompile(["another", text]));

test("it prints what its text prints, without a compiler", () => {
  const compiled = compiledTemplate(text, options, file);
  const view = { names: ["<a>", "b"], kind: "two" };
  const print = handlebarsRuntime.create().template(compiled as TemplateSpecification);
  expect(print(view)).toBe("<a>, b: two");
  expect(print(view)).toBe(wholeHandlebars().create().compile(text, options)(view));
  expect(() => print({ names: [] })).toThrow(/"kind" not defined/);
});

test("a text that changed since, other helpers and a missing file have none", () => {
  expect(compiledTemplate(`${text}!`, options, file)).toBeUndefined();
  expect(compiledTemplate(text, compileOptions(["shout"]), file)).toBeUndefined();
  expect(compiledTemplate(text, options, join(folder, "none.cjs"))).toBeUndefined();
});
