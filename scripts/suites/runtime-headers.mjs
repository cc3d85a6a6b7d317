/** The runtime headers: in full for the chosen Python, and without Boost for each CPython that pyenv has. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, runProgram } from "../program.mjs";
import { runCtest } from "./ctest.mjs";
import { total } from "./result.mjs";

const source = "tests/runtime";

/**
 * All of them, for the chosen Python.
 *
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<import("./result.mjs").Result>}
 */
export function runRuntimeHeaders(context) {
  return runCtest(source, ["all", "all_verify_interface_header_sets"], context);
}

/**
 * Those that need no Boost.Python.
 *
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @param {{ otherPython?: object, buildName: string }} options As those of runCtest.
 * @returns {Promise<import("./result.mjs").Result>}
 */
export function runWithoutBoost(context, options) {
  return runCtest(source, ["all"], context, {
    ...options,
    definitions: { GEN_BINDINGS_SAMPLE: "OFF" },
  });
}

/**
 * Those that need no Boost.Python, for each other CPython that pyenv has.
 *
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<import("./result.mjs").Result>}
 */
export async function runOtherPythons(context) {
  const results = [];
  for (const otherPython of await otherPythons(context)) {
    const python = `CPython ${otherPython.version}`;
    console.log(`${source} without Boost.Python, ${python}`);
    const { skips, ...counts } = await runWithoutBoost(context, {
      otherPython,
      buildName: `tests-runtime-${otherPython.version}`,
    });
    const named = skips.map(({ test, reason }) => ({ test: `${test}, ${python}`, reason }));
    results.push({ ...counts, skips: named });
  }
  return total(results);
}

/** What each interpreter of pyenv's says about itself, but the chosen one. */
async function otherPythons({ python, environment }) {
  const { inspectPython } = await import("../../dist/toolchain/python.js");
  const chosen = await inspectPython(python, environment, projectFolder);
  const others = [];
  for (const path of await pyenvPythons(environment)) {
    const other = await inspectPython(path, environment, projectFolder);
    if (other !== undefined && other.basePrefix !== chosen?.basePrefix) others.push(other);
  }
  return others;
}

/**
 * The interpreters of the releases of CPython 3.8 to 3.13 that pyenv installed, the oldest first.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<readonly string[]>} None where there is no pyenv.
 * @public Its test brings a pyenv of its own.
 */
export async function pyenvPythons(environment) {
  const { ok, output } = await runProgram("pyenv", ["root"], { environment, quiet: true });
  const versions = join(output.trim(), "versions");
  if (!ok || !existsSync(versions)) return [];
  return readdirSync(versions)
    .filter((name) => /^3\.(?:[89]|1[0-3])\.\d+$/.test(name))
    .sort((one, another) => one.localeCompare(another, "en", { numeric: true }))
    .map((name) => join(versions, name, "bin", "python3"))
    .filter((path) => existsSync(path));
}
