/** What pytest does in a program, as a suite: the program may be pytest, or may run it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder, runProgram } from "../program.mjs";
import { judged, total } from "./result.mjs";

/**
 * Runs a program that runs pytest, once or several times, and counts what pytest wrote down.
 *
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} environment
 * @param {{ quiet?: boolean }} options Whether to show what the program prints.
 * @returns {Promise<import("./result.mjs").Result>}
 */
export async function countPytest([program, ...args], environment, { quiet = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "gen-bindings-pytest-"));
  try {
    const { ok } = await runProgram(program, args, {
      quiet,
      environment: {
        ...environment,
        GEN_BINDINGS_PYTEST_COUNTS: folder,
        PYTEST_ADDOPTS: `${environment.PYTEST_ADDOPTS ?? ""} -p pytest_counts`,
        PYTHONPATH: [join(projectFolder, "scripts", "suites"), environment.PYTHONPATH]
          .filter(Boolean)
          .join(":"),
      },
    });
    const runs = readdirSync(folder).map((name) =>
      JSON.parse(readFileSync(join(folder, name), "utf8")),
    );
    return judged(total(runs), ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
