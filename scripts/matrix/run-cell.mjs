/** One cell of the matrix: the runtime headers alone, or the whole suite in a copy of the project. */
import { join } from "node:path";
import { runProgram } from "../program.mjs";
import { summary } from "../suites/result.mjs";
import { runWithoutBoost } from "../suites/runtime-headers.mjs";
import { failuresIn, passedIn } from "../test-output.mjs";
import { prepareCopy, wrongTools } from "./project-copy.mjs";

/**
 * @typedef {object} Outcome
 * @property {boolean} green Whether all passed. A skip is a failure, and so is another Boost than the
 *   cell's.
 * @property {string} counts "65 passed, 0 failed", or why there are none.
 * @property {string} log All that was printed.
 */

/**
 * @param {import("./cells.mjs").Cell} cell
 * @param {{ python: object, environment: NodeJS.ProcessEnv }} context python: what inspectPython says
 *   of the cell's.
 * @returns {Promise<Outcome>}
 */
export function runCell(cell, context) {
  const environment = {
    ...context.environment,
    CXX: cell.compiler,
    CMAKE_GENERATOR: cell.generator,
    CI: "1",
  };
  return cell.boost === undefined
    ? runHeaders(cell, { ...context, environment })
    : runWhole(cell, { ...context, environment });
}

async function runHeaders({ name }, { python, environment }) {
  const printed = [];
  const result = await runWithoutBoost(
    { python: python.executable, environment },
    { buildName: join("matrix", name), print: (text) => printed.push(text) },
  );
  const { lines, ok } = summary(result, environment);
  return { green: ok, counts: lines.at(-1), log: [...printed, ...lines].join("\n") };
}

async function runWhole(cell, { python, environment }) {
  const copy = await prepareCopy(cell, { python, environment });
  const { output, ok } = await runProgram(
    process.execPath,
    [join("scripts", "test.mjs"), ...cell.suites],
    { cwd: copy.folder, environment: { ...copy.environment, CI: environment.CI }, quiet: true },
  );
  const wrong = wrongTools(cell, python, output);
  const failures = failuresIn(output, ok);
  return {
    green: wrong === undefined && failures === 0,
    counts: wrong ?? `${passedIn(output)} passed, ${failures} failed`,
    log: output,
  };
}
