/** Folders of templates whose files have names that no output folder may hold. */
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../generator/commands/generate.js";
import { put, type Tree, temporaryFolder } from "./folders.js";

/** What is told when a module is generated with such a folder; `prepare` comes before it. */
async function told(own: Tree, prepare: (folder: string) => void = () => {}) {
  const cwd = temporaryFolder();
  put(cwd, { "m.spec.json": '{ "module": { "name": "m" }, "classes": [{ "name": "Aux" }] }' });
  put(join(cwd, "own"), own);
  prepare(cwd);
  const errors: string[] = [];
  const status = await generate(
    {
      specs: [join(cwd, "m.spec.json")],
      output: join(cwd, "out"),
      force: false,
      templates: [join(cwd, "own")],
    },
    {
      cwd,
      environment: {},
      terminal: {
        print: () => {},
        printError: (text) => errors.push(text),
        isInteractive: false,
      },
    },
  );
  return { cwd, status, text: errors.join("\n") };
}

const refused: Readonly<Record<string, readonly [own: Tree, told: string]>> = {
  "a name that Windows keeps": [{ "aux.hpp": "" }, "GB0107"],
  "one that comes of a class": [{ "{{class}}.txt.hbs": "{{name}}" }, "GB0107"],
  "a name that differs in case alone": [{ "SRC/Module.cpp": "" }, "GB0108"],
  "a file where a folder is": [{ src: "" }, "GB0108"],
  "the record of what is generated": [{ "gen-bindings.manifest.json": "{}" }, "GB0107"],
  "the work folder": [{ ".gen-bindings/x": "" }, "GB0107"],
  "the folder of CMake": [{ "build/x": "" }, "GB0107"],
  "a name that ends with a dot": [{ "notes.": "" }, "GB0107"],
  "a backslash": [{ "..\\x": "" }, "GB0107"],
};

test.each(Object.entries(refused))("%s", async (_, [own, code]) => {
  const { cwd, status, text } = await told(own);
  expect({ status, codes: text.match(/(?<=error )GB\d{4}/g) }).toEqual({
    status: 1,
    codes: [code],
  });
  expect(existsSync(join(cwd, "out"))).toBe(false);
});

test("a link in the output folder is not followed", async () => {
  const { cwd, status, text } = await told({ "notes/a.txt": "a" }, (folder) => {
    mkdirSync(join(folder, "elsewhere"));
    mkdirSync(join(folder, "out"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "out", "notes"));
  });
  expect({ status, codes: text.match(/(?<=error )GB\d{4}/g) }).toEqual({
    status: 1,
    codes: ["GB0109"],
  });
  expect(readdirSync(join(cwd, "elsewhere"))).toEqual([]);
  expect(readdirSync(join(cwd, "out"))).toEqual(["notes"]);
});
