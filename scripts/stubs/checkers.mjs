/** mypy and NumPy in an environment of their own for each Python, in .cache; Pyright is an npm package. */
import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";
import { remember, remembered } from "../setup/fingerprint.mjs";

/** NumPy for the modules that use it: what Boost.NumPy up to 1.86 is built for. */
const packages = ["mypy==2.4.1", "numpy==1.26.4"];

/** Pyright's program for Node; looked up when it is needed, as set-up installs it. */
export function pyright() {
  return createRequire(import.meta.url).resolve("pyright/index.js");
}

/**
 * Makes the environment, unless that was done before.
 *
 * @param {string} python The interpreter that the modules were built for.
 * @returns {Promise<string>} Its interpreter, which has mypy.
 */
export async function prepareMypy(python) {
  const { ok, output } = await runProgram(
    python,
    ["-c", "import sys; print(sys.version.split()[0], sys.base_prefix)"],
    { quiet: true },
  );
  if (!ok) throw new CannotGoOn(output);
  const [version] = output.split(" ");
  const folder = join(projectFolder, ".cache", "stubs", version);
  const interpreter = join(folder, "bin", "python");
  const memory = join(folder, "made-for.json");
  const madeFor = JSON.stringify({ output, packages });
  if (remembered(memory) === madeFor && existsSync(interpreter)) return interpreter;
  console.log(`  installing ${packages.join(", ")} for Python ${version} (pip)`);
  rmSync(folder, { recursive: true, force: true });
  await orStop(python, ["-m", "venv", folder]);
  await orStop(interpreter, [
    ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check"],
    ...packages,
  ]);
  remember(memory, madeFor);
  return interpreter;
}

async function orStop(command, args) {
  const { ok, output } = await runProgram(command, args, { quiet: true });
  if (!ok) throw new CannotGoOn(`${output}\n${command} ${args.slice(0, 3).join(" ")} failed.`);
}
