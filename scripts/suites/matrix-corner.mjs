/** The corner of the matrix that `npm test` runs: another compiler and another build system. */
import { corners } from "../matrix/cells.mjs";
import { findInterpreter } from "../matrix/interpreters.mjs";
import { runCell } from "../matrix/run-cell.mjs";
import { CannotGoOn } from "../program.mjs";
import { nothing, total } from "./result.mjs";

/**
 * @param {{ environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<import("./result.mjs").Result>} A test for each cell; a skip where its CPython is not
 *   there.
 */
export async function runMatrixCorner({ environment }) {
  const results = [];
  for (const cell of corners) results.push(await run(cell, environment));
  return total(results);
}

async function run(cell, environment) {
  const named = new Map();
  const python = await findInterpreter(cell.python, { named, environment }).catch((error) => {
    if (!(error instanceof CannotGoOn)) throw error;
    return error;
  });
  if (python instanceof CannotGoOn) {
    return { ...nothing, skips: [{ test: `matrix: ${cell.name}`, reason: python.message }] };
  }
  const { green, counts, log } = await runCell(cell, { python, environment });
  console.log(green ? `cell: ${cell.name}: green: ${counts}` : log);
  return green ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}
