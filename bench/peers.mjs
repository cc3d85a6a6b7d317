/** The libraries and tools that the generated code is measured against, at pinned versions, in .cache. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../scripts/program.mjs";

/** By their names at PyPI. */
const versions = {
  cython: "3.3.1",
  nanobind: "3.1.0",
  pybind11: "3.1.0",
  swig: "4.5.1",
};

/**
 * Installs them, unless that was done before.
 *
 * @param {string} python As what is compiled is for one version, each has its own folder.
 * @returns {Promise<string>} The folder to put on PYTHONPATH, with bin/ in it.
 * @throws {CannotGoOn} Where pip can't.
 */
export async function installPeers(python, say) {
  const { output: tag } = await runProgram(
    python,
    ["-c", "import sys; print(sys.implementation.cache_tag)"],
    { quiet: true },
  );
  const folder = join(projectFolder, ".cache", `bench-peers-${tag.trim()}`);
  const requirements = Object.entries(versions).map(([name, version]) => `${name}==${version}`);
  const memory = join(folder, "requirements.txt");
  if (existsSync(memory) && readFileSync(memory, "utf8") === requirements.join("\n")) return folder;
  say(`installing ${requirements.join(", ")} (pip)`);
  const unfinished = `${folder}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const { ok, output } = await runProgram(
    python,
    [
      ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"],
      ...["--only-binary", ":all:", "--target", unfinished, ...requirements],
    ],
    { quiet: true },
  );
  if (!ok) throw new CannotGoOn(`${output}\npip could not install ${requirements.join(", ")}`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  writeFileSync(memory, requirements.join("\n"));
  return folder;
}
