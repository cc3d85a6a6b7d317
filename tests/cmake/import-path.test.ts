/** Where CTest has the generated tests find modules: as Python separates folders on the machine they run on. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findTools } from "../../generator/toolchain/tools.js";
import { projectFolder, scratchFolder } from "../toolchain/scratch.js";

const functions = join(projectFolder, "templates", "cmake", "GenBindingsTests.cmake");

/** The entries of the environments that the tests of a module get, each behind the name of the test. */
async function entries(isWindows: boolean, settings: string): Promise<readonly string[]> {
  const { value: tools } = await findTools({ environment: process.env, cwd: projectFolder });
  if (tools === undefined) throw new Error("there is no CMake");
  const folder = scratchFolder({
    "script.cmake": `
    cmake_minimum_required(VERSION 3.20)
    include("${functions}")
    set(CMAKE_HOST_WIN32 ${isWindows ? "TRUE" : "FALSE"})
    function(add_test)
    endfunction()
    function(set_tests_properties test)
      cmake_parse_arguments(PARSE_ARGV 1 properties "" "ENVIRONMENT" "")
      foreach(entry IN LISTS properties_ENVIRONMENT)
        message("\${test} \${entry}")
      endforeach()
    endfunction()
    ${settings}
    gen_bindings_add_tests(engine TARGET one PROBE other FOLDER made IMPORT_PATH here "$<TARGET_FILE_DIR:one>")
    `,
  });
  const script = join(folder, "script.cmake");
  // message() writes to the standard error.
  const { stderr } = spawnSync(tools.cmake.path, ["-P", script], { encoding: "utf8" });
  return stderr.trim().split("\n");
}

test.each([
  { system: "Unix", isWindows: false, separator: ":" },
  { system: "Windows", isWindows: true, separator: ";" },
])("on $system folders are separated by '$separator'", async ({ isWindows, separator }) => {
  const [one, other] = ["one", "other"].map((target) => `$<TARGET_FILE_DIR:${target}>`);
  const path = (...folders: (string | undefined)[]) => `PYTHONPATH=${folders.join(separator)}`;
  const settings = 'set(engine_IMPORT_PATH "said/first" "said second")';
  expect(await entries(isWindows, settings)).toEqual([
    `engine.examples ${path(one, "said/first", "said second", "here")}`,
    "engine.examples PYTHONDONTWRITEBYTECODE=1",
    `engine.gil_policies ${path(other, one, "said/first", "said second", "here")}`,
    "engine.gil_policies PYTHONDONTWRITEBYTECODE=1",
  ]);
});

test("without any, the module and what lies beside it are found", async () => {
  const [first] = await entries(false, "");
  expect(first).toBe("engine.examples PYTHONPATH=$<TARGET_FILE_DIR:one>:here");
});
