/** NumPy for the tests: the Python's own, where it fits Boost.Python's library for it, else one in .cache. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";

/**
 * Makes a NumPy available that the library of this Boost is for.
 *
 * @param {{ python: string, boostVersion: string }} prepared What set-up chose.
 * @param {(text: string) => void} say
 * @returns {Promise<string>} The folder to put on PYTHONPATH; "" where Python finds a NumPy that fits by itself.
 * @throws {CannotGoOn} Where it can't be installed.
 */
export async function prepareNumpy({ python, boostVersion }, say) {
  const major = numpyMajor(boostVersion);
  const own = await runProgram(python, ["-c", "import numpy; print(numpy.__version__)"], {
    quiet: true,
  });
  if (own.ok && own.output.trim().startsWith(`${major}.`)) return "";
  const folder = join(projectFolder, ".cache");
  return installNumpy(
    `numpy>=${major},<${major + 1}`,
    { python, folder, name: `numpy-${major}` },
    say,
  );
}

/** Boost.Python knows NumPy 2 from 1.87 on, and built for it nothing else. */
function numpyMajor(boostVersion) {
  const [first, second] = boostVersion.split(".").map(Number);
  return first > 1 || second >= 87 ? 2 : 1;
}

/**
 * Installs a NumPy into a folder of its own, unless that was done before.
 *
 * @param {string} requirement As pip takes it.
 * @param {{ python: string, folder: string, name: string }} place Its folder is made inside `folder`, and is
 *   called `name` and after the Python, as what is compiled is for one version.
 * @returns {Promise<string>} That folder, for PYTHONPATH.
 */
export async function installNumpy(requirement, { python, folder, name }, say) {
  const { output: tag } = await runProgram(python, ["-c", tagScript], { quiet: true });
  const installed = join(folder, `${name}-${tag.trim()}`);
  if (existsSync(join(installed, "numpy", "__init__.py"))) return installed;
  say(`installing ${requirement} (pip)`);
  const unfinished = `${installed}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const { ok, output } = await runProgram(
    python,
    [
      ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check"],
      ...["--only-binary", ":all:", "--target", unfinished, requirement],
    ],
    { quiet: true },
  );
  if (!ok) {
    throw new CannotGoOn(
      `${output}\npip could not install ${requirement} (Debian: apt install python3-numpy).`,
    );
  }
  renameSync(unfinished, installed);
  return installed;
}

const tagScript = "import sys; print(sys.implementation.cache_tag)";
