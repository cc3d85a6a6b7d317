/** Tests of building with the real compilers: what they say leads back to a logical path. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compile } from "./compile.js";
import { configure } from "./configure.js";
import { findExecutable } from "./executable.js";
import { findTools } from "./tools.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gen-bindings-compile-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Configures a library of one source with a compiler, and builds it. */
async function build(compiler: string, source: string, onLine?: (line: string) => void) {
  const environment = { ...process.env, CXX: compiler };
  const { value: tools } = await findTools({ environment, cwd: folder });
  if (tools === undefined) throw new Error(`these tests need Python, CMake and ${compiler}`);
  const sourceFolder = join(folder, "source");
  const buildFolder = join(folder, "build");
  mkdirSync(sourceFolder);
  writeFileSync(
    join(sourceFolder, "CMakeLists.txt"),
    "cmake_minimum_required(VERSION 3.20)\nproject(sample LANGUAGES CXX)\n" +
      "add_library(sample SHARED sample.cpp)\ntarget_link_options(sample PRIVATE -Wl,-z,defs)\n",
  );
  writeFileSync(join(sourceFolder, "sample.cpp"), source);
  const definitions = { CMAKE_BUILD_TYPE: "Debug" };
  expect((await configure({ tools, sourceFolder, buildFolder, definitions })).diagnostics).toEqual(
    [],
  );
  return compile({ tools, buildFolder, onLine });
}

const compilers = ["g++", "clang++"].filter((name) => findExecutable([name], process.env));

test("at least one compiler is there", () => expect(compilers).not.toEqual([]));

test.each(compilers)("%s: what is right is built, and each line is handed on", async (compiler) => {
  const lines: string[] = [];
  const built = await build(compiler, "int f() { return 1; }\n", (line) => lines.push(line));
  expect(built.diagnostics).toEqual([]);
  expect(built.value?.messages.groups).toEqual([]);
  expect(lines).toEqual(built.value?.output.split("\n"));
});

test.each(compilers)("%s: an error names its construct", async (compiler) => {
  const { value, diagnostics } = await build(
    compiler,
    '#include <vector>\n#line 1 "example/functions/f#2"\nint f() { return g(1); }\n',
  );
  expect(diagnostics).toMatchObject([
    { code: "GB0211", message: expect.stringContaining("example/functions/f#2") },
  ]);
  expect(value?.messages.groups).toMatchObject([
    {
      logicalPath: "example/functions/f#2",
      severity: "error",
      text: expect.stringContaining("example/functions/f#2:1:18: error:"),
    },
  ]);
});

test.each(compilers)("%s: what the linker says is kept", async (compiler) => {
  const { value, diagnostics } = await build(compiler, "int g(int);\nint f() { return g(1); }\n");
  expect(diagnostics).toMatchObject([
    { code: "GB0211", message: "the generated project did not build" },
  ]);
  expect(value?.messages.groups).toEqual([]);
  expect(value?.messages.rest).toContain("undefined reference to `g(int)'");
});
