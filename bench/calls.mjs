/** What a call costs: checked first, then timed, one contestant after the other, several times over. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CannotGoOn, runProgram } from "../scripts/program.mjs";
import { geometricMean, median, spread } from "./statistics.mjs";

const measure = fileURLToPath(new URL("measure.py", import.meta.url));
const descriptionFile = fileURLToPath(new URL("functions.json", import.meta.url));

/** The functions and the cases. */
export const description = JSON.parse(readFileSync(descriptionFile, "utf8"));
export const caseNames = description.cases.map(({ name }) => name);

/**
 * Calls each case once.
 *
 * @param {string} folder Where the module is.
 * @returns {Promise<Record<string, string | null>>} By the name of a case, what is wrong with it.
 * @throws {CannotGoOn} Where it can't even be imported or called.
 */
export function checkCalls(folder, python) {
  return runMeasure(folder, "check", python);
}

/**
 * @param {ReadonlyMap<string, string>} folders By the id of a contestant, where its module is.
 * @param {{ python: string, repeats: number, onRepeat: (number: number) => void }} options
 * @returns {Promise<Record<string, Record<string, { median: number, spread: number }>>>} By contestant and
 *   case: nanoseconds, and how far the middle half of the repeats lies apart, as a part of the median.
 */
export async function timeCalls(folders, { python, repeats, onRepeat }) {
  const taken = new Map([...folders.keys()].map((id) => [id, []]));
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    onRepeat(repeat);
    for (const [id, folder] of folders)
      taken.get(id).push(await runMeasure(folder, "time", python));
  }
  return Object.fromEntries(
    [...taken].map(([id, runs]) => [
      id,
      Object.fromEntries(
        caseNames.map((name) => {
          const times = runs.map((run) => run[name]);
          return [name, { median: median(times), spread: spread(times) }];
        }),
      ),
    ]),
  );
}

/** The geometric mean, over all cases, of how many times as long `one` takes as `other`. */
export function meanRatio(times, one, other) {
  return geometricMean(
    caseNames.map((name) => times[one][name].median / times[other][name].median),
  );
}

async function runMeasure(folder, task, python) {
  const { ok, output } = await runProgram(python, [measure, descriptionFile, folder, task], {
    quiet: true,
  });
  if (!ok) throw new CannotGoOn(`${folder}: ${output}`);
  return JSON.parse(output);
}
