/** A copy of the project, so that a cell has its own .venv, .cache and out, and keeps them. */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fetchBoost } from "../conformance/boost-library.mjs";
import { projectFolder } from "../program.mjs";
import { remember, remembered } from "../setup/fingerprint.mjs";
import { outsideEnvironment, toolsIn } from "../test-output.mjs";

/**
 * Makes the copy of a cell, or brings it up to date.
 *
 * @param {import("./cells.mjs").Cell} cell One with Boost.Python.
 * @param {{ python: object, environment: NodeJS.ProcessEnv }} context As runCell takes it.
 * @returns {Promise<{ folder: string, environment: NodeJS.ProcessEnv }>} Where it is; and the environment in
 *   which a script of the copy finds the CPython and the Boost of the cell, by setUp.
 */
export async function prepareCopy({ name, boost, boostVersion }, { python, environment }) {
  const folder = join(projectFolder, ".cache", "matrix", name);
  copyProject(folder);
  // An environment that is made later is first on PATH, as if it had been activated.
  const folders = [join(folder, ".venv", "bin"), dirname(python.executable)];
  const { PATH, ...outside } = outsideEnvironment(environment);
  const unpacked = boost === "packages" ? await fetchBoost(console.log) : undefined;
  return {
    folder,
    environment: {
      ...outside,
      PATH: [...folders, PATH].join(delimiter),
      // Without optimisation, as compiling is most of what it costs.
      CMAKE_BUILD_TYPE: "None",
      ...(unpacked && { CMAKE_PREFIX_PATH: unpacked.prefix }),
      // CMake finds what is unpacked as it finds what is installed.
      GEN_BINDINGS_BOOST: boost === "wheel" ? "wheel" : "system",
      GEN_BINDINGS_PYTHON: python.executable,
      PIP_CONSTRAINT: constrain(folder, `cmeel-boost == ${boostVersion}.*\n`),
    },
  };
}

/** Whether set-up found other tools than the cell's: what it found, in words. */
export function wrongTools({ boostVersion }, python, output) {
  const found = toolsIn(output);
  if (found?.boost === boostVersion && found.python === python.version) return undefined;
  if (found === undefined) return "set-up failed";
  return `not the cell's: CPython ${found.python}, Boost ${found.boost}`;
}

function copyProject(folder) {
  updateCopy({ from: projectFolder, to: folder, files: projectFiles() });
  const packages = join(folder, "node_modules");
  if (!existsSync(packages)) symlinkSync(join(projectFolder, "node_modules"), packages);
}

/** What git tracks here, or would track. */
function projectFiles() {
  const listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const output = execFileSync("git", listed, { cwd: projectFolder, encoding: "utf8" });
  const files = output.split("\0").filter(Boolean);
  const isFile = (file) =>
    lstatSync(join(projectFolder, file), { throwIfNoEntry: false })?.isFile();
  return files.filter(isFile);
}

/**
 * Copies files, and removes those that were copied before and are no longer among them. One that did
 * not change keeps its time, so that nothing is built twice.
 *
 * @param {{ from: string, to: string, files: readonly string[] }} what Two folders, and the files from there.
 * @public Its test copies a few files.
 */
export function updateCopy({ from, to, files }) {
  const memory = join(to, ".cache", "copied-files.json");
  const former = JSON.parse(remembered(memory) ?? "[]");
  remember(memory, JSON.stringify([...new Set([...former, ...files])]));
  for (const gone of former.filter((file) => !files.includes(file))) {
    rmSync(join(to, gone), { force: true });
  }
  for (const file of files) copyIfOther(join(from, file), join(to, file));
  remember(memory, JSON.stringify(files));
}

function copyIfOther(from, to) {
  if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** Tells pip what it may install, and starts afresh where that is not what it was told before. */
function constrain(folder, text) {
  const file = join(folder, ".cache", "constraints.txt");
  if (remembered(file) !== text) rmSync(join(folder, ".venv"), { recursive: true, force: true });
  remember(file, text);
  return file;
}
