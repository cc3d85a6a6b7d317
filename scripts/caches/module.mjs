/** A module in shards, generated and built in a folder of its own: what compiler caches are tried with. */
import { cpSync, mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";

const scenario = join(projectFolder, "tests", "scenarios", "constants");

/** How many C++ files there are in it: the entry and the shards. */
export const compiledFiles = 3;

/**
 * Generates the module into `folder`/out, from a spec of its own beside it.
 *
 * @param {string} folder Absolute; made if it is not there.
 */
export async function generateModule(folder) {
  mkdirSync(folder, { recursive: true });
  cpSync(scenario, join(folder, "spec"), { recursive: true });
  const program = join(projectFolder, "dist", "cli.js");
  await run(folder, process.env, process.execPath, [
    ...[program, join("spec", "spec.json"), "-o", "out", "--shards", `${compiledFiles - 1}`],
  ]);
}

/**
 * Builds it in `folder`/build.
 *
 * @param {string} folder As generateModule() left it.
 * @param {object} options
 * @param {string} options.launcher The program that is given the compiler's command.
 * @param {string} options.python
 * @param {NodeJS.ProcessEnv} options.environment
 * @param {Record<string, string>} [options.definitions] For CMake.
 */
export async function buildModule(folder, { launcher, python, environment, definitions }) {
  const { configure } = await import("../../dist/toolchain/configure.js");
  const { findTools } = await import("../../dist/toolchain/tools.js");
  const { value: tools } = await findTools({ requested: python, environment, cwd: folder });
  if (tools === undefined) throw new CannotGoOn("there are no tools to build with");
  const buildFolder = join(folder, "build");
  const { value, diagnostics } = await configure({
    ...{ tools, sourceFolder: join(folder, "out"), buildFolder },
    definitions: {
      CMAKE_BUILD_TYPE: "None",
      constants_TESTS: "OFF",
      CMAKE_CXX_COMPILER_LAUNCHER: launcher,
      ...definitions,
    },
  });
  if (diagnostics.length > 0) throw new CannotGoOn(value?.output ?? "CMake was not content");
  await run(folder, environment, tools.cmake.path, [
    "--build",
    buildFolder,
    "--parallel",
    `${availableParallelism()}`,
  ]);
}

/** What a program prints, in a folder. */
export async function run(folder, environment, command, args) {
  const { ok, output } = await runProgram(command, args, { cwd: folder, environment, quiet: true });
  if (!ok) throw new CannotGoOn(`${[command, ...args].join(" ")} failed:\n${output.slice(-4000)}`);
  return output;
}
