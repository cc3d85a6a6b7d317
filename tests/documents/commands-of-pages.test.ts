/** The pages about templates, the command line, syntaxes and CMake: their commands are run, their files used. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compileProgram } from "../command-line/program.js";
import { put, type Tree, temporaryFolder, treeOf } from "../output/folders.js";
import { blocks, repository } from "./blocks.js";
import { shell } from "./shell.js";

beforeAll(compileProgram);

const SPEC = JSON.stringify({
  module: { name: "engine" },
  functions: [{ name: "work", gil: "release" }, { name: "look" }],
  classes: [{ name: "Counter" }, { name: "Place", classes: [{ name: "Kind" }] }],
  constants: [{ name: "VERSION", type: "int" }],
});

/** What a script prints and leaves in a folder that holds the spec and `files`; it has to end well. */
function done(script: string, files: Tree = {}) {
  const folder = temporaryFolder();
  put(folder, { "engine.spec.json": SPEC, ...files });
  const { status, output, errors } = shell(script, folder);
  expect({ status, errors: errors.match(/.*error .*/g) }).toEqual({ status: 0, errors: null });
  return { output, files: treeOf(folder) };
}

/** The one block of a page, of this language, that has `words` in it. */
function block(page: string, language: string, words = ""): string {
  const found = blocks(page, language).filter(({ text }) => text.includes(words));
  expect(found, `${page}: ${words}`).toHaveLength(1);
  return found[0]?.text ?? "";
}

describe("docs/templates.md", () => {
  const page = "docs/templates.md";

  test("the table of what becomes of a file", () => {
    const text = readFileSync(join(repository, page), "utf8");
    const rows = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path = ""]) => path);
    const contents = (path: string) =>
      path === "overlay.json"
        ? (/`overlay.json` \| nothing: `(.*?)`/.exec(text)?.[1] ?? "")
        : path.startsWith("partials/") || !path.endsWith(".hbs")
          ? ""
          : "{{> heading this}}printed";
    const own = rows.map((path) => [`own/${path}`, contents(path)] as const);
    const folder = Object.fromEntries(own);
    const { files } = done("gen-bindings engine.spec.json --templates own", {
      ...folder,
      "own/partials/heading.hbs": "Heading ",
    });
    const made = ["notes.txt", "docs/Counter.rst", "docs/Place.Kind.rst", "engine.txt"];
    for (const path of made) expect(files[`out/engine/${path}`], path).toMatch(/^Heading /);
    expect(files["out/engine/logo.png"]).toBe("");
    expect(files["out/engine/src/module.cpp"]).toBe("Heading printed\n");
    expect(Object.keys(files)).not.toContain("out/engine/overlay.json");
  });

  test("listing, copying and comparing", () => {
    const { output, files } = done(block(page, "sh"), {
      "own/partials/hooks/before_call.hbs": "// a call\n",
    });
    expect(output).toMatch(
      /^hooks\/before_call +replaced by own\/partials\/hooks\/before_call\.hbs$/m,
    );
    expect(files["own/partials/class.hbs"]).toMatch(
      /^{{!-- ejected from gen-bindings: partials\/class.hbs \w{64}/,
    );
    expect(output).toContain(
      "own/partials/class.hbs: the original is unchanged since it was ejected",
    );
  });

  test("the hook", () => {
    const text = block(page, "handlebars", "acme_stopwatch");
    const path = /{{!-- (\S+):/.exec(text)?.[1] ?? "";
    const { files } = done("gen-bindings engine.spec.json --templates own", {
      [`own/${path}`]: text,
    });
    const found = files["out/engine/src/module.cpp"]?.match(/const ::acme::stopwatch .*/g);
    expect(found).toEqual(['const ::acme::stopwatch acme_stopwatch{"work"};']);
  });

  test("the plugin", () => {
    const { files } = done("gen-bindings engine.spec.json --templates own --plugin plugin.mjs", {
      "plugin.mjs": block(page, "js"),
      "own/notes.txt.hbs": "{{shout name}}",
    });
    expect(files["out/engine/notes.txt"]).toBe("ENGINE");
    expect(files["out/engine/engine.pyi"]).toContain("See docs/Counter.");
  });

  test("the diagnostic of a field that does not exist", () => {
    const shown = block(page, "", "GB0404").trim();
    const [, path = "", line, column] = /^(\S+?):(\d+):(\d+):/.exec(shown) ?? [];
    const text = `${"\n".repeat(Number(line) - 1)}${" ".repeat(Number(column) - 3)}{{naem}}\n`;
    const folder = temporaryFolder();
    put(folder, { "engine.spec.json": SPEC, [path]: text });
    const { status, errors } = shell("gen-bindings engine.spec.json --templates own", folder);
    expect({ status, first: errors.split("\n")[0] }).toEqual({ status: 1, first: shown });
    expect(Object.keys(treeOf(folder)).sort()).toEqual(["engine.spec.json", path]);
  });
});

test("the configuration of docs/command-line.md", () => {
  const { files } = done("gen-bindings", {
    "gen-bindings.config.json": block("docs/command-line.md", "json"),
    "templates/notes.txt.hbs": "{{name}}",
  });
  expect(files["out/engine/notes.txt"]).toBe("engine");
  expect(Object.keys(files)).toContain("out/engine/src/shard_3.cpp");
});

describe("docs/syntaxes.md", () => {
  const page = "docs/syntaxes.md";

  test("convert and migrate", () => {
    expect(done(block(page, "sh", "convert")).files["engine.spec.ts"]).toContain(
      "declare function",
    );
    const { files } = done(block(page, "sh", "migrate"));
    expect(JSON.parse(files["engine.spec.json"] ?? "")).toMatchObject({ specVersion: 1 });
  });

  test("the spec that names its schema", () => {
    done("gen-bindings check named.spec.json", { "named.spec.json": block(page, "json") });
    expect(block(page, "json")).toContain("schema/spec.v1.json");
  });
});

describe("docs/cmake.md", () => {
  const page = "docs/cmake.md";

  test("what is committed is generated as shown", () => {
    const { files } = done(block(page, "sh", "-o generated/engine"));
    expect(Object.keys(files)).toContain("generated/engine/cmake/GenBindingsConfig.cmake");
  });

  test("the project of a wheel; scripts/cmake/wheel.mjs builds it", () => {
    const commands = block(page, "sh", "--wheel").split("\n");
    expect(commands.filter((each) => each.startsWith("pip"))).toEqual(["pip install ."]);
    const { files } = done(commands.filter((each) => !each.startsWith("pip")).join("\n"));
    expect(Object.keys(files)).toContain("engine/generated/src/module.cpp");
  });

  const shownIn = (text: string) =>
    text.replaceAll(/\$<BUILD_INTERFACE:([\w:]+)>/g, "$1").replaceAll(/\s+/g, " ");
  const kept = (path: string) => readFileSync(join(repository, "tests/cmake", path), "utf8");

  test("the two modules are those of tests/cmake/imports", () => {
    const project = shownIn(kept("imports/CMakeLists.txt")).replaceAll("( ", "(");
    const calls = block(page, "cmake", "IMPORTS").trim().split("\n");
    expect(calls).toHaveLength(2);
    for (const each of calls) expect(project).toContain(each);
  });

  test("the file for another machine sets what that of tests/cmake/cross does", () => {
    const set = (text: string) => [...text.matchAll(/^set\((\w+)/gm)].map(([, name]) => name);
    const ours = set(kept("cross/aarch64.cmake")).filter((name) => name !== "CMAKE_CXX_FLAGS_INIT");
    expect(set(block(page, "cmake", "CMAKE_SYSTEM_NAME"))).toEqual(ours);
  });

  test("every argument is one that the function takes", () => {
    const source = readFileSync(
      join(repository, "templates/cmake/GenBindingsAddModule.cmake"),
      "utf8",
    );
    const parsed = /cmake_parse_arguments\(([^)]*)\)/.exec(source)?.[1]?.match(/[A-Z_]{3,}/g);
    const text = readFileSync(join(repository, page), "utf8");
    const named = [
      ...[...text.matchAll(/^\| `([A-Z_]+)/gm)].map(([, name]) => name),
      ...[...text.matchAll(/gen_bindings_add_module\(\w+ (.*)\)/g)].flatMap(
        ([, rest]) => rest?.match(/\b[A-Z]{2}[A-Z_]+\b/g) ?? [],
      ),
    ];
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((each) => !parsed?.includes(each ?? ""))).toEqual([]);
  });
});
