/** Runs the Python files of the pairs, each as a script, against modules that were built. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, runProgram } from "../program.mjs";
import { cacheFolder } from "./boost-library.mjs";

/**
 * @typedef {object} PairResult
 * @property {boolean} passed
 * @property {"run" | "build" | "generate" | "spec"} stage How far it came.
 * @property {number} examples How many doctest examples ran.
 * @property {number} failures How many of them failed.
 * @property {readonly string[]} [failed] Their sources.
 * @property {string} said What it printed, or why it did not run.
 */

/**
 * @param {import("../../conformance/pairs.mjs").Pair} pair
 * @param {(module: string) => string} folderOf Where a module lies.
 * @returns {Promise<PairResult>} Passed: the script ended with status 0, and printed what it must.
 */
export async function runPair(pair, folderOf, { boost, python, environment, modulesOfNumpy }) {
  const counts = join(cacheFolder, "counts");
  const count = join(counts, pair.name.replaceAll("/", "."));
  mkdirSync(counts, { recursive: true });
  rmSync(count, { force: true });
  const { ok, output } = await runProgram(
    python,
    [join(boost.upstream, "libs", "python", "test", pair.script)],
    {
      environment: {
        ...environment,
        GEN_BINDINGS_DOCTEST_COUNTS: count,
        PYTHONDONTWRITEBYTECODE: "1",
        PYTHONPATH: [
          join(projectFolder, "conformance", "counting"),
          ...pair.modules.map((module) => folderOf(module.name)),
          ...modulesOfNumpy(pair),
        ].join(":"),
      },
      quiet: true,
    },
  );
  const printed = pair.prints === undefined || output.includes(pair.prints);
  return { passed: ok && printed, stage: "run", ...countsIn(count), said: output };
}

/** A script that crashed wrote none. */
function countsIn(file) {
  if (!existsSync(file)) return { examples: 0, failures: 0, failed: [] };
  return JSON.parse(readFileSync(file, "utf8"));
}
