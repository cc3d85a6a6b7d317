/** `gen-bindings templates`: what there is, copies that print the same bytes, and what became of originals. */
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { check, spec } from "../../tests/language/check.js";
import { put, temporaryFolder, treeOf } from "../../tests/output/folders.js";
import { generateFiles, templateSetOf, templatesOf } from "../pipeline.js";
import { type TemplatesAction, templates } from "./templates.js";

let own = "";
beforeEach(() => {
  own = join(temporaryFolder(), "own");
});

function run(
  action: TemplatesAction,
  name?: string,
  options: { readonly folders?: readonly string[]; readonly force?: boolean } = {},
) {
  const told: string[] = [];
  const printed: string[] = [];
  const { folders = [own], force = false } = options;
  const status = templates(
    action,
    name,
    { specs: [], force, templates: folders },
    {
      cwd: own,
      environment: {},
      terminal: {
        print: (line) => printed.push(line),
        printError: (line) => told.push(line),
        isInteractive: false,
      },
    },
  );
  const shown = (lines: readonly string[]) => lines.join("\n").replaceAll(own, "own");
  return { status, output: shown(printed), errors: shown(told) };
}

describe("list", () => {
  it("names every template, what is replaced and by whom", () => {
    const other = join(temporaryFolder(), "other");
    put(own, { "partials/class.hbs": "1", "notes.txt": "", "partials/hooks/before_call.hbs": "x" });
    put(other, { "partials/class.hbs": "2" });
    const lines = run("list", undefined, { folders: [own, other] }).output.split("\n");
    const told = new Map(
      lines.map((line) => [line.split(/ {2,}/)[0], line.split(/ {2,}/)[1] ?? ""]),
    );
    expect(told.get("src/module.cpp")).toBe("");
    expect(told.get("class")).toBe(
      `replaced by ${other}/partials/class.hbs, and, beneath it, by own/partials/class.hbs`,
    );
    expect(told.get("notes.txt")).toBe("added by own/notes.txt");
    expect(told.get("hooks/before_call")).toBe("replaced by own/partials/hooks/before_call.hbs");
    expect(told.get("hooks/after_call")).toBe("an empty hook");
  });
});

describe("eject", () => {
  it("copies every template, and the copies print the same bytes", async () => {
    const sources = templateSetOf([]).value?.own ?? [];
    for (const { path } of sources) {
      expect(run("eject", path), path).toMatchObject({ status: 0, errors: "" });
    }
    expect(Object.keys(treeOf(own)).sort()).toEqual(sources.map(({ path }) => path).sort());
    const loaded = templatesOf([own]);
    expect(loaded.diagnostics).toEqual([]);
    const { checked } = check(spec({ classes: [{ name: "A" }], functions: [{ name: "f" }] }));
    if (checked === undefined || loaded.value === undefined) throw new Error("can't be generated");
    const texts = async (layout: object) =>
      new Map(
        ((await generateFiles(checked, own, layout)).value ?? []).map(({ path, content }) => [
          path,
          Buffer.from(content).toString(),
        ]),
      );
    const [plain, copied] = [await texts({}), await texts({ templates: loaded.value })];
    expect([...copied.keys()].sort()).toEqual([...plain.keys()].sort());
    for (const path of ["src/module.cpp", "m.pyi", "CMakeLists.txt", "tests/test_examples.py"]) {
      expect(copied.get(path)).toBe(plain.get(path));
    }
    // What is copied keeps the comment that says where it is from.
    expect(copied.get("include/gen_bindings/gil.hpp")).toMatch(/^\/\/ ejected from gen-bindings/);
  });

  it("takes names as they are listed", () => {
    expect(run("eject", "hooks/before_call").output).toBe(
      "own/partials/hooks/before_call.hbs: a copy of partials/hooks/before_call.hbs",
    );
    expect(run("eject", "src/module.cpp").status).toBe(0);
  });

  it("knows what was meant", () => {
    const { status, errors } = run("eject", "clas");
    expect(status).toBe(1);
    expect(errors).toContain('error GB0415: there is no template "clas"');
    expect(errors).toContain('did you mean "class"?');
  });

  it("overwrites nothing, unless it is to", () => {
    put(own, { "partials/class.hbs": "mine" });
    expect(run("eject", "class").errors).toContain('GB0416: "own/partials/class.hbs"');
    expect(treeOf(own)).toEqual({ "partials/class.hbs": "mine" });
    expect(run("eject", "class", { force: true }).status).toBe(0);
    expect(readFileSync(join(own, "partials/class.hbs"), "utf8")).not.toBe("mine");
  });

  it("never writes through a link", () => {
    const outside = join(temporaryFolder(), "outside.hbs");
    writeFileSync(outside, "kept");
    put(own, { "partials/": "" });
    symlinkSync(outside, join(own, "partials", "class.hbs"));
    expect(run("eject", "class").status).toBe(1);
    expect(run("eject", "class", { force: true }).status).toBe(0);
    expect(readFileSync(outside, "utf8")).toBe("kept");
  });
});

describe("diff", () => {
  it("shows what differs from the original of today, and whether that has changed", () => {
    expect(run("eject", "constant").status).toBe(0);
    expect(run("eject", "definition").status).toBe(0);
    const path = join(own, "partials", "constant.hbs");
    writeFileSync(path, `${readFileSync(path, "utf8")}  // mine\n`);
    const other = join(own, "partials", "definition.hbs");
    const text = readFileSync(other, "utf8");
    writeFileSync(other, text.replace(/[0-9a-f]{64}/, "0".repeat(64)));
    const { status, output } = run("diff");
    expect(status).toBe(0);
    expect(output).toContain(
      "own/partials/constant.hbs: the original is unchanged since it was ejected",
    );
    expect(output).toContain("\n-  // mine");
    expect(output).toContain(
      "own/partials/definition.hbs: the original has changed since it was ejected",
    );
    expect(templatesOf([own]).diagnostics.map(({ code }) => code)).toEqual(["GB0414"]);
  });

  it("says where there is nothing to compare", () => {
    put(own, { "partials/constant.hbs": "mine" });
    expect(run("diff").output).toBe("no template was ejected into these folders");
  });
});
