/** The git-ignored .venv for what the system lacks. Only one that set-up made is ever removed. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";
import { remember, remembered } from "./fingerprint.mjs";

export const folder = join(projectFolder, ".venv");
export const interpreter = join(folder, "bin", "python");

/** Inside the folder: what it was made for, and whether the making came to its end. */
const memory = join(folder, "gen-bindings-made-for.json");

/** Whether there is a .venv that somebody else made. */
export function isForeign() {
  return existsSync(folder) && !existsSync(memory);
}

/**
 * Makes .venv, or makes it anew where it was made for another Python or another Boost.
 *
 * @param {object} base The Python to make it from, as the generator's findPython describes it.
 * @param {"system" | "wheel"} boost Where Boost.Python comes from.
 * @param {readonly string[]} wheels What to install.
 */
export async function makeVirtualEnvironment(base, boost, wheels, say) {
  const { executable, version, soabi } = base;
  const madeFor = JSON.stringify({ executable, version, soabi, boost, wheels });
  if (remembered(memory) === madeFor && existsSync(interpreter)) return;
  if (isForeign()) {
    throw new CannotGoOn(
      `${folder} is there and was not made by set-up, and what is to be installed is: ` +
        `${wheels.join(", ")}.\nInstall that into it and activate it, or remove it.`,
    );
  }
  if (executable.startsWith(`${folder}/`)) {
    throw new CannotGoOn(
      `${folder} can't be made from itself, and it lacks: ${wheels.join(", ")}.\n` +
        "Name the Python to make it from in the environment variable GEN_BINDINGS_PYTHON.",
    );
  }
  rmSync(folder, { recursive: true, force: true });
  remember(memory, "unfinished");
  say(`making .venv from ${executable} (Python ${version})`);
  await orStop(
    executable,
    ["-m", "venv", folder],
    "This Python can't make a virtual environment (Debian, Ubuntu: apt install python3-venv).",
  );
  say(`installing ${wheels.join(", ")} into .venv (pip)`);
  await orStop(
    interpreter,
    ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...wheels],
    `pip could not install ${wheels.join(", ")}. Debian, Ubuntu have them as packages, for the ` +
      `system's own Python: apt install ${wheels.map((wheel) => debianPackages[wheel]).join(" ")}.`,
  );
  remember(memory, madeFor);
}

const debianPackages = {
  cmake: "cmake",
  "cmeel-boost": "libboost-python-dev",
  ninja: "ninja-build",
  pytest: "python3-pytest",
};

async function orStop(command, args, advice) {
  const { ok, output } = await runProgram(command, args, { quiet: true });
  if (!ok) throw new CannotGoOn(`${output}\n${advice}`);
}
