/** The Python that runs the suite: of the version that Boost's library is for, and NumPy. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";
import { remember, remembered } from "../setup/fingerprint.mjs";
import { installNumpy } from "../setup/numpy.mjs";
import { cacheFolder } from "./boost-library.mjs";

const folder = join(cacheFolder, "venv");
const interpreter = join(folder, "bin", "python");
const memory = join(folder, "made-for.json");

/**
 * Makes a virtual environment, unless that was done before.
 *
 * @param {string} version As "3.11".
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<string>} Its interpreter.
 */
export async function preparePython(version, { python, environment }, say) {
  const base = await findBase(version, python, environment);
  const madeFor = JSON.stringify({ base: base.executable, version: base.version });
  if (remembered(memory) === madeFor && existsSync(interpreter)) return interpreter;
  say(`making a virtual environment from ${base.executable}`);
  rmSync(folder, { recursive: true, force: true });
  await orStop(base.executable, ["-m", "venv", folder]);
  remember(memory, madeFor);
  return interpreter;
}

/**
 * Installs the versions of NumPy that are not there yet, each in a folder of its own.
 *
 * @returns {Promise<Map<string, string>>} The folder of each version, for PYTHONPATH.
 */
export async function installNumpys(versions, python, say) {
  const folders = new Map();
  for (const version of new Set(versions)) {
    const place = { python, folder: cacheFolder, name: `numpy-${version}` };
    folders.set(version, await installNumpy(`numpy==${version}`, place, say));
  }
  return folders;
}

/** The Python that was chosen, if it is of that version, else one of the system's. */
async function findBase(version, python, environment) {
  const { inspectPython } = await import("../../dist/toolchain/python.js");
  const candidates = [python, `/usr/bin/python${version}`, `python${version}`];
  for (const candidate of candidates) {
    const found = await inspectPython(candidate, environment, projectFolder);
    if (found?.version.startsWith(`${version}.`) && found.hasHeaders) return found;
  }
  throw new CannotGoOn(
    `Debian's Boost.Python is built for CPython ${version}, and none with its headers was found ` +
      `(${candidates.join(", ")}). Debian 12: apt install python3-dev python3-venv`,
  );
}

async function orStop(command, args) {
  const { ok, output } = await runProgram(command, args, { quiet: true });
  if (!ok) throw new CannotGoOn(`${output}\n${command} ${args.slice(0, 3).join(" ")} failed.`);
}
