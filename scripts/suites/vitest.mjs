/** A vitest project as a suite. */
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder, runProgram } from "../program.mjs";
import { judged, nothing, total } from "./result.mjs";

/**
 * @param {string} project A project of vitest.config.ts.
 * @param {NodeJS.ProcessEnv} environment
 * @param {{ folder?: string, quiet?: boolean }} options Where vitest.config.ts is, and whether to
 *   show what vitest prints.
 * @returns {Promise<import("./result.mjs").Result>}
 */
export async function runVitest(project, environment, options = {}) {
  const { folder = projectFolder, quiet = false } = options;
  const counts = join(tmpdir(), `gen-bindings-vitest-${randomUUID()}.json`);
  const { ok } = await runProgram(
    process.execPath,
    [
      join(projectFolder, "node_modules", "vitest", "vitest.mjs"),
      "run",
      `--project=${project}`,
      "--reporter=default",
      `--reporter=${join(projectFolder, "scripts", "suites", "vitest-counts.mjs")}`,
    ],
    { cwd: folder, quiet, environment: { ...environment, GEN_BINDINGS_VITEST_COUNTS: counts } },
  );
  const counted = existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : nothing;
  rmSync(counts, { force: true });
  return judged(total([counted]), ok);
}
