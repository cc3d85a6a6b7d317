/** How many jobs a build has, where the build system sets no limit of its own. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "./compile.js";
import { configure } from "./configure.js";
import type { Environment } from "./executable.js";
import { findTools } from "./tools.js";

/** What Make says of its jobs to what it runs. */
async function flagsOfMake(further: Environment): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "gen-bindings-jobs-"));
  const sourceFolder = join(folder, "source");
  mkdirSync(sourceFolder);
  writeFileSync(
    join(sourceFolder, "CMakeLists.txt"),
    `cmake_minimum_required(VERSION 3.20)
project(jobs LANGUAGES NONE)
add_custom_target(show ALL COMMAND sh -c "echo \\"flags: $MAKEFLAGS\\"" VERBATIM)
`,
  );
  const { CMAKE_BUILD_PARALLEL_LEVEL: _, MAKEFLAGS: __, ...outside } = process.env;
  const environment = { ...outside, CMAKE_GENERATOR: "Unix Makefiles", ...further };
  const { value: tools } = await findTools({ environment, cwd: folder });
  if (tools === undefined) throw new Error("there are no tools to build with");
  const buildFolder = join(folder, "build");
  await configure({ tools, sourceFolder, buildFolder });
  const { value, diagnostics } = await compile({ tools, buildFolder });
  expect(diagnostics).toEqual([]);
  return /flags: (.*)/.exec(value?.output ?? "")?.[1] ?? "none";
}

test("as many as the machine has processors, with Makefiles too", async () => {
  const jobs = availableParallelism();
  expect(await flagsOfMake({})).toMatch(jobs > 1 ? new RegExp(`-j${jobs}\\b`) : /^(?!.*-j\b)/);
});

test("or what CMake is told by its own variable", async () => {
  expect(await flagsOfMake({ CMAKE_BUILD_PARALLEL_LEVEL: "3" })).toMatch(/-j3\b/);
});
