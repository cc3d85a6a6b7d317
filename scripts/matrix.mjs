/**
 * The matrix of CPythons, compilers and Boosts: every cell of scripts/matrix/cells.mjs is run, one
 * after the other.
 *
 *   npm run test:matrix [-- --list] [-- --cell NAME]... [--python 3.12=PATH]...
 *
 * Prints a line for each cell, a table of all, and a figure; exit status 1 where it falls short. What a
 * cell printed is kept in .cache/matrix/NAME.log.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { figureAtLeast } from "./figure.mjs";
import { table, tableOfCells } from "./matrix/cells.mjs";
import { cellOptions, chosenCells, namedInterpreters } from "./matrix/choice.mjs";
import { findInterpreter } from "./matrix/interpreters.mjs";
import { runCell } from "./matrix/run-cell.mjs";
import { CannotGoOn, projectFolder, runScript } from "./program.mjs";
import { compileSources } from "./setup/compiled-sources.mjs";
import { installNodePackages } from "./setup/node-packages.mjs";

const { values: options } = parseArgs({
  options: { ...cellOptions, list: { type: "boolean", default: false } },
});
const logs = join(projectFolder, ".cache", "matrix");

await runScript(async () => {
  if (options.list) {
    console.log(tableOfCells());
    return true;
  }
  const chosen = chosenCells(options);
  const named = namedInterpreters(options);
  const say = (text) => console.log(`set-up: ${text}`);
  await installNodePackages(say);
  await compileSources(say);
  const results = [];
  for (const cell of chosen) results.push({ cell, ...(await timed(cell, named)) });
  console.log(
    table([
      ["cell", "CPython", "compiler", "Boost.Python", "tests", "seconds"],
      ...results.map(({ cell, version, counts, seconds }) => [
        cell.name,
        version,
        cell.compiler,
        cell.boostVersion ?? "none",
        counts,
        seconds,
      ]),
    ]),
  );
  const green = results.filter((result) => result.green).length;
  return figureAtLeast("matrix-cells", green, chosen.length);
});

/** Runs a cell; what keeps it from running is its failure. */
async function timed(cell, named) {
  const started = performance.now();
  const outcome = await run(cell, named).catch((error) => ({
    green: false,
    version: cell.python,
    counts: "could not run",
    log: error instanceof CannotGoOn ? error.message : error.stack,
  }));
  const seconds = Math.round((performance.now() - started) / 1000);
  const log = join(logs, `${cell.name}.log`);
  mkdirSync(logs, { recursive: true });
  writeFileSync(log, outcome.log);
  console.log(
    `cell: ${cell.name}: ${outcome.green ? "green" : "FAILED"}: ${outcome.counts}, ${seconds} s`,
  );
  if (!outcome.green)
    console.log(`${outcome.log.split("\n").slice(-40).join("\n")}\nall of it: ${log}`);
  return { ...outcome, seconds };
}

async function run(cell, named) {
  const { env: environment } = process;
  const python = await findInterpreter(cell.python, { named, environment });
  const outcome = await runCell(cell, { python, environment });
  return { ...outcome, version: python.version };
}
