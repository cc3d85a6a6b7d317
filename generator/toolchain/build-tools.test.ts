/** Tests of finding CMake, a build tool and the compiler; what is missing is an empty PATH. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBuildTool, findCMake, findCompiler } from "./build-tools.js";
import type { Python } from "./python.js";
import { findTools } from "./tools.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gen-bindings-tools-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, script = ""): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const pythonThere = (): Python => ({
  executable: join(folder, "python"),
  implementation: "CPython",
  version: "3.11.2",
  soabi: "cpython-311-x86_64-linux-gnu",
  basePrefix: "/usr",
  sitePackages: join(folder, "site-packages"),
  hasHeaders: true,
  hasPytest: true,
  cmeelPrefix: null,
});

test("CMake beside the Python comes before the one on PATH", async () => {
  const path = program("cmake", "echo cmake version 3.27.4");
  const { value } = await findCMake(pythonThere(), process.env, folder);
  expect(value).toEqual({ path, version: "3.27.4" });
});

test("a CMake that is too old is not taken", async () => {
  program("cmake", "echo cmake version 3.19.8");
  const { value, diagnostics } = await findCMake(pythonThere(), {}, folder);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: "GB0206", message: expect.stringContaining("version 3.19.8") },
  ]);
});

test("a program that is no CMake is not taken", async () => {
  program("cmake", "exit 1");
  const { diagnostics } = await findCMake(pythonThere(), {}, folder);
  expect(diagnostics).toMatchObject([{ code: "GB0206" }]);
});

test("a missing CMake is said, with the places and the package", async () => {
  const { diagnostics } = await findCMake(pythonThere(), {}, folder);
  expect(diagnostics).toMatchObject([
    {
      code: "GB0205",
      reason: `looked for cmake in ${folder} and on PATH`,
      hint: expect.stringContaining("apt install cmake"),
    },
  ]);
});

test("Ninja comes before Make, and Make before nothing", () => {
  expect(findBuildTool(pythonThere(), {}).diagnostics).toMatchObject([{ code: "GB0207" }]);
  const make = program("make");
  expect(findBuildTool(pythonThere(), {}).value).toEqual({
    path: make,
    generator: "Unix Makefiles",
  });
  const ninja = program("ninja-build");
  expect(findBuildTool(pythonThere(), {}).value).toEqual({ path: ninja, generator: "Ninja" });
});

test("the compiler is the one that CXX names, arguments and all", () => {
  program("c++");
  const other = program("other");
  const { value } = findCompiler({ PATH: folder, CXX: "other -m64" });
  expect(value).toEqual({ path: other, requested: "other -m64" });
});

test("one that CXX names and is not there is not replaced by another", () => {
  program("c++");
  const { value, diagnostics } = findCompiler({ PATH: folder, CXX: "nothing" });
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: "GB0201", reason: 'looked for "nothing", which the environment variable CXX names' },
  ]);
});

test("all that is missing is said at once", async () => {
  const { value, diagnostics } = await findTools({ environment: { PATH: "" }, cwd: folder });
  expect(value).toBeUndefined();
  expect(diagnostics.map((each) => each.code)).toEqual(["GB0202", "GB0205", "GB0207", "GB0201"]);
});

test("CMAKE_GENERATOR chooses between Ninja and Make", () => {
  const paths = { Ninja: program("ninja"), "Unix Makefiles": program("make") };
  for (const generator of ["Ninja", "Unix Makefiles"] as const) {
    const { value } = findBuildTool(pythonThere(), { CMAKE_GENERATOR: generator });
    expect(value).toEqual({ path: paths[generator], generator });
  }
  expect(findBuildTool(pythonThere(), { CMAKE_GENERATOR: "Xcode" }).value?.generator).toBe("Ninja");
});
