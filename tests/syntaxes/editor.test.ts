/** What an editor says of specs in TypeScript: the compiler, strict, with the types of the package. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { BUILTIN_EXCEPTIONS } from "../../generator/model/python-exceptions.js";
import { convertSpec } from "../../generator/pipeline.js";
import {
  NAMESPACES,
  PLAIN_TYPES,
  SECTIONS,
  WRAPPERS,
} from "../../generator/spec/typescript/package-types.js";
import { compileProgram } from "../command-line/program.js";
import { temporaryFolder } from "../output/folders.js";
import { allSpecs } from "./all-specs.js";

const project = fileURLToPath(new URL("../..", import.meta.url));

beforeAll(compileProgram);

/** What the compiler says of files in a folder where the package is installed. */
function complaints(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(project, join(folder, "node_modules", "gen-bindings"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const program = ts.createProgram(
    Object.keys(files).map((name) => join(folder, name)),
    {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
    },
  );
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("every spec of the repository is accepted", async () => {
  const files: Record<string, string> = {};
  for (const [index, path] of allSpecs.entries()) {
    const written = (await convertSpec(path, "ts")).value;
    files[`s${index}.spec.ts`] = written ?? "";
  }
  expect(complaints(files)).toEqual([]);
});

test("the example of the page is accepted", () => {
  const page = readFileSync(join(project, "docs", "typescript.md"), "utf8");
  const [, example = ""] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  expect(complaints({ "engine.spec.ts": example })).toEqual([]);
});

describe("a slip is underlined", () => {
  test.each([
    ["a class", "export declare function f(n: Ref<Conter>): void;", "'Conter'"],
    ["a type", "export declare function f(n: std.strng): void;", "'strng'"],
    ["a section", 'export const m = { nam: "m" } satisfies Module;', "'nam'"],
    ["a policy", 'export const d = { gil: "relaese" } satisfies Defaults;', '"relaese"'],
  ])("in %s", (_, line, word) => {
    const imports = 'import type { Defaults, Module, Ref, std } from "gen-bindings/types";';
    const counter = "export declare class Counter { constructor(); }";
    const found = complaints({ "m.spec.ts": `${imports}\n${counter}\n${line}\n` });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(word);
  });
});

test("the package has a type for each name that specs can use", () => {
  const names = [
    ...PLAIN_TYPES,
    ...BUILTIN_EXCEPTIONS,
    ...[...Object.keys(WRAPPERS), "Callback", "Cpp", ...Object.keys(SECTIONS)],
    ...Object.keys(NAMESPACES),
  ];
  const inner = Object.entries(NAMESPACES).flatMap(([root, own]) =>
    [...own].map((name) => `${root}.${name}`),
  );
  const imports = names.map((name) => `import type { ${name} } from "gen-bindings/types";`);
  const uses = inner.map((name, index) => `export type Use${index} = ${name}<int, int>;`);
  // A wrong number of arguments is a complaint of its own: only names that are not there matter.
  const missing = complaints({ "names.spec.ts": [...imports, ...uses].join("\n") }).filter((each) =>
    /no exported member/.test(each),
  );
  expect(missing).toEqual([]);
  expect([...BUILTIN_EXCEPTIONS].toSorted()).toEqual([...BUILTIN_EXCEPTIONS].toSorted());
});
