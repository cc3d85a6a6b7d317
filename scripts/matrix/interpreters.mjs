/** Finding the CPython of a cell: one that was named, pyenv's, or the one on PATH. */
import { CannotGoOn, projectFolder } from "../program.mjs";
import { pyenvPythons } from "../suites/runtime-headers.mjs";

/**
 * @param {string} release "3.11".
 * @param {{ named: ReadonlyMap<string, string>, environment: NodeJS.ProcessEnv }} where The
 *   interpreters that were named, by release; and where pyenv and PATH are.
 * @returns {Promise<object>} What inspectPython says of the newest CPython of that release.
 */
export async function findInterpreter(release, { named, environment }) {
  const { findExecutable } = await import("../../dist/toolchain/executable.js");
  const { inspectPython } = await import("../../dist/toolchain/python.js");
  const installed = (await pyenvPythons(environment)).reverse();
  const onPath = findExecutable([`python${release}`], environment);
  const paths = named.has(release) ? [named.get(release)] : [...installed, onPath].filter(Boolean);
  for (const path of paths) {
    const python = await inspectPython(path, environment, projectFolder);
    if (python?.version.startsWith(`${release}.`) && python.implementation === "CPython") {
      return python;
    }
  }
  throw new CannotGoOn(
    `there is no CPython ${release}: install one (pyenv install ${release}), or name one with ` +
      `--python ${release}=PATH; looked at: ${paths.join(", ") || "nothing"}`,
  );
}
